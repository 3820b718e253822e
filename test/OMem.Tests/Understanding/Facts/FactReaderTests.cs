using System.Globalization;

namespace OMem.Tests.Understanding.Facts;

/// <summary>Which clauses are events, and how they are told.</summary>
public sealed class FactReaderTests
{
    [Theory]
    [InlineData("I planned the trip for months.", "Alice planned the trip for months")]
    [InlineData("I've visited Peru twice.", "Alice has visited Peru twice")]
    [InlineData("I had to cancel the trip.", "Alice had to cancel the trip")]
    [InlineData("We celebrated our anniversary at the lake.", "Alice and others celebrated their anniversary at the lake")]
    [InlineData("I probably left my keys at home.", "Alice left their keys at home")]
    [InlineData("I tried surfing.", "Alice tried surfing")]
    [InlineData("I got promoted.", "Alice got promoted")]
    [InlineData("I graduated.", "Alice graduated")]
    [InlineData("I was laid off.", "Alice was laid off")]
    [InlineData("My dad fixed my bike.", "Alice's dad fixed their bike")]
    [InlineData("My uncle Bert met the mayor.", "Alice's uncle (Bert) met the mayor")]
    public async Task Read_Event_IsToldInTheThirdPerson(string text, string expected)
    {
        var fact = (await Reading.ReadAsync(text)).Facts.ShouldHaveSingleItem();

        fact.Text.ShouldBe(expected);
        fact.Polarity.ShouldBe(Polarity.Positive);
        fact.Tense.ShouldBe(Tense.Present);
        fact.When.ShouldBeNull();
        fact.Text.ShouldStartWith(fact.Subject);
    }

    [Theory]
    [InlineData("I've never eaten snails.", "Alice has never eaten snails", Tense.Present)]
    [InlineData("I didn't finish the race.", "Alice did not finish the race", Tense.Present)]
    [InlineData("I won't attend the wedding.", "Alice is not going to attend the wedding", Tense.Future)]
    public async Task Read_DeniedEvent_IsNegative(string text, string expected, Tense tense)
    {
        var fact = (await Reading.ReadAsync(text)).Facts.ShouldHaveSingleItem();

        fact.Text.ShouldBe(expected);
        fact.Polarity.ShouldBe(Polarity.Negative);
        fact.Tense.ShouldBe(tense);
    }

    [Theory]
    [InlineData("I graduated in 2015.", "Alice graduated", "2015-01-01", "2016-01-01", Tense.Present)]
    [InlineData("My daughter was born in 2019.", "Alice's daughter was born", "2019-01-01", "2020-01-01", Tense.Present)]
    [InlineData("Finished my thesis yesterday!", "Alice finished their thesis", "2023-05-09", "2023-05-10", Tense.Present)]
    [InlineData("I was at the zoo on Sunday.", "Alice was at the zoo", "2023-05-07", "2023-05-08", Tense.Present)]
    [InlineData("I'm visiting Oslo next week.", "Alice is visiting Oslo", "2023-05-15", "2023-05-22", Tense.Future)]
    [InlineData("I have an exam on Friday.", "Alice has an exam", "2023-05-12", "2023-05-13", Tense.Future)]
    [InlineData("My friend Bo and I climbed Etna in 2020.", "Alice and their friend Bo climbed Etna", "2020-01-01", "2021-01-01", Tense.Present)]
    public async Task Read_Dated_LeavesTheDateOutOfTheText(string text, string expected, string from, string to, Tense tense)
    {
        var fact = (await Reading.ReadAsync(text)).Facts.ShouldHaveSingleItem();

        fact.Text.ShouldBe(expected);
        fact.Tense.ShouldBe(tense);
        Day(fact.When!.From).ShouldBe(from);
        Day(fact.When.To).ShouldBe(to);
    }

    [Theory]
    [InlineData("I went to Rome, ate pasta and bought a scarf.", "Alice went to Rome", "Alice ate pasta", "Alice bought a scarf")]
    [InlineData("I lost my wallet on the train because I fell asleep.", "Alice lost their wallet on the train", "Alice fell asleep")]
    [InlineData("I lost my wallet, so I called the bank.", "Alice lost their wallet", "Alice called the bank")]
    public async Task Read_SeveralEvents_AreToldApart(string text, params string[] expected) =>
        (await Reading.ReadAsync(text)).Facts.Select(fact => fact.Text).ShouldBe(expected);

    [Theory]
    [InlineData("I'm visiting Oslo.")]
    [InlineData("I was at the zoo.")]
    [InlineData("I have an exam.")]
    [InlineData("Finished my thesis!")]
    public async Task Read_NeedsATimeToBeAnEvent_GivesNothingWithout(string text) => (await Reading.ReadAsync(text)).Facts.ShouldBeEmpty();

    [Theory]
    [InlineData("I'll go to Rome yesterday.")]
    [InlineData("I went to Rome tomorrow.")]
    public async Task Read_TenseAgainstItsTime_GivesNothing(string text) => (await Reading.ReadAsync(text)).Facts.ShouldBeEmpty();

    [Theory]
    [InlineData("I took a photo of you.")]
    [InlineData("I did it.")]
    [InlineData("I had fun.")]
    [InlineData("I tried it.")]
    [InlineData("I always visited Rome.")]
    [InlineData("I used to visit Rome.")]
    [InlineData("I remembered the milk.")]
    [InlineData("I grew up in Rome.")]
    [InlineData("He went to Rome.")]
    [InlineData("The goat ate my homework.")]
    [InlineData("My goat ate my homework.")]
    [InlineData("I would have gone to Rome.")]
    [InlineData("Bo says I went to Rome.")]
    [InlineData("I dreamt I went to Rome.")]
    public async Task Read_NoEvent_GivesNothing(string text) => (await Reading.ReadAsync(text)).Facts.ShouldBeEmpty();

    [Theory]
    [InlineData("I think I left my keys at work.", "I left my keys at work.")]
    [InlineData("I probably left my keys at work.", "I left my keys at work.")]
    [InlineData("My dad left my keys at work.", "I left my keys at work.")]
    [InlineData("I'll leave my keys at work.", "I left my keys at work.")]
    [InlineData("I left my keys at work.", "I left my keys at work yesterday.")]
    public async Task Read_WeakerClaim_IsLessSure(string weaker, string stronger) =>
        (await ConfidenceAsync(weaker)).ShouldBeLessThan(await ConfidenceAsync(stronger));

    private static async Task<double> ConfidenceAsync(string text) => (await Reading.ReadAsync(text)).Facts.ShouldHaveSingleItem().Confidence;

    private static string Day(DateTimeOffset? at) => at!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
