namespace OMem.Tests.Understanding;

/// <summary>Speakers who put their own words right.</summary>
public sealed class CorrectionReadingTests
{
    [Theory]
    [InlineData("I moved to Porto.", "Sorry, I meant Lisbon.", "Lisbon", "Porto")]
    [InlineData("I moved to Porto.", "Actually it's not Porto, it's Lisbon.", "Lisbon", "Porto")]
    [InlineData("I moved to Porto.", "Sorry, Lisbon, not Porto.", "Lisbon", "Porto")]
    [InlineData("I moved to Porto.", "Correction: Lisbon", "Lisbon", "Porto")]
    public async Task Read_CorrectionOfEarlierMessage_GivesRightValueAndWhatItCorrects(string first, string second, string right, string wrong)
    {
        var read = await Reading.ReadAsync([Reading.Message(second, sequence: 3)], Reading.Message(first, sequence: 1), Reading.Message("Nice!", sequence: 2, speaker: "Bob"));

        var home = read[0].Attributes.Single(attribute => attribute.Aspect == "home");
        home.Value.ShouldBe(right);
        home.Corrects.ShouldBe(wrong);
        home.Evidence.Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task Read_CorrectionOfADay_ChangesTheTimeOfTheFact()
    {
        var read = await Reading.ReadAsync([Reading.Message("Actually it's not Friday, it's Saturday.", sequence: 2)], Reading.Message("I'll visit my parents on Friday.", sequence: 1));

        var fact = read[0].Facts.ShouldHaveSingleItem();
        fact.When!.From!.Value.DayOfWeek.ShouldBe(DayOfWeek.Saturday);
        fact.Corrects.ShouldBe("Alice will visit their parents");
    }

    [Theory]
    [InlineData("It's not easy, it's worth it.")]
    [InlineData("I mean, who knows.")]
    [InlineData("Sorry, I meant well.")]
    [InlineData("Not Porto, Lisbon?")]
    public async Task Read_NothingToCorrect_ChangesNothing(string text)
    {
        var read = await Reading.ReadAsync([Reading.Message(text, sequence: 2)], Reading.Message("I moved to Porto.", sequence: 1));

        read[0].Attributes.ShouldBeEmpty();
        read[0].Facts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_MessageOfSomebodyElse_IsNotCorrected()
    {
        var read = await Reading.ReadAsync([Reading.Message("Sorry, I meant Lisbon.", sequence: 2)], Reading.Message("I moved to Porto.", sequence: 1, speaker: "Bob"));

        read[0].Attributes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_MistakeBeyondTheWindow_IsNotFound()
    {
        StoredInteraction[] before = [Reading.Message("I moved to Porto."), .. Enumerable.Range(2, 6).Select(static sequence => Reading.Message("Fine.", sequence: sequence))];
        var read = await Reading.ReadAsync([Reading.Message("Sorry, I meant Lisbon.", sequence: 8)], before);

        read[0].Attributes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_MistakeBeforeAGapOfTheLog_IsFound()
    {
        var read = await Reading.ReadAsync([Reading.Message("Sorry, I meant Lisbon.", sequence: 20)], Reading.Message("I moved to Porto.", sequence: 1));

        read[0].Attributes.ShouldNotBeEmpty();
    }
}
