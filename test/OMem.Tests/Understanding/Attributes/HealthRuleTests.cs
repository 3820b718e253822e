namespace OMem.Tests.Understanding.Attributes;

/// <summary>Conditions, allergies and injuries.</summary>
public sealed class HealthRuleTests
{
    private static readonly string[] Aspects = ["health", "allergy"];

    [Theory]
    [InlineData("I have asthma.", "health:asthma", "Alice has asthma")]
    [InlineData("I suffer from migraines.", "health:migraines", "Alice suffers from migraines")]
    [InlineData("I've had asthma since 2010.", "health:asthma", "Alice has asthma")]
    [InlineData("I developed eczema in 2021.", "health:eczema", "Alice has eczema")]
    [InlineData("I got diagnosed with diabetes last year.", "health:diabetes", "Alice was diagnosed with diabetes")]
    [InlineData("I'm allergic to penicillin.", "allergy:penicillin", "Alice is allergic to penicillin")]
    [InlineData("I'm intolerant to gluten.", "allergy:gluten", "Alice is intolerant to gluten")]
    [InlineData("I sprained my left wrist on Monday.", "health:sprained left wrist", "Alice sprained their left wrist")]
    [InlineData("I broke my ankle.", "health:broke ankle", "Alice broke their ankle")]
    [InlineData("I fractured my wrist.", "health:fractured wrist", "Alice fractured their wrist")]
    public Task Read_Condition_GivesIt(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't have asthma.", "-health:asthma", "Alice does not have asthma")]
    [InlineData("I no longer have asthma.", "-health:asthma", "Alice no longer has asthma")]
    [InlineData("I don't suffer from migraines.", "-health:migraines", "Alice does not suffer from migraines")]
    [InlineData("I'm not allergic to cats.", "-allergy:cats", "Alice is not allergic to cats")]
    [InlineData("I'm no longer allergic to cats.", "-allergy:cats", "Alice is no longer allergic to cats")]
    [InlineData("I'm not allergic to cats anymore.", "-allergy:cats", "Alice is no longer allergic to cats")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I was allergic to cats.", "<allergy:cats", "Alice used to be allergic to cats")]
    [InlineData("I used to be allergic to nuts.", "<allergy:nuts", "Alice used to be allergic to nuts")]
    [InlineData("My asthma is gone.", "<health:asthma", "Alice no longer has asthma")]
    [InlineData("My migraines went away.", "<health:migraines", "Alice no longer has migraines")]
    [InlineData("My eczema has cleared up.", "<health:eczema", "Alice no longer has eczema")]
    public Task Read_Over_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My son has asthma.", "health:asthma", "Alice's son has asthma")]
    [InlineData("My son Leo is allergic to eggs.", "allergy:eggs", "Alice's son (Leo) is allergic to eggs")]
    public Task Read_RelativesCondition_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I'm allergic to dust, pollen and wool.", "allergy:dust", "allergy:pollen", "allergy:wool")]
    public Task Read_ListOfAllergens_GivesEach(string text, params string[] expected) => Statement.AllAsync(text, Aspects, expected);

    [Theory]
    [InlineData("I have a headache about this budget.")]
    [InlineData("I broke my promise.")]
    [InlineData("My asthma is not gone.")]
    [InlineData("I didn't break my arm.")]
    [InlineData("I broke my friend's heart.")]
    public Task Read_MomentOrIdiom_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("Do I have asthma?")]
    [InlineData("Am I allergic to cats?")]
    [InlineData("If I have asthma, I should rest.")]
    [InlineData("Tom says I have asthma.")]
    [InlineData("He has asthma.")]
    [InlineData("I might have asthma.")]
    [InlineData("I could be allergic to cats.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I was diagnosed with asthma in 2019.", "health:asthma", "2019-01-01", "")]
    [InlineData("I sprained my wrist on Monday.", "health:sprained wrist", "2023-05-08", "")]
    public Task Read_Dated_HoldsFromThen(string text, string expected, string from, string to) => Statement.ValidAsync(text, Aspects, expected, from, to);
}
