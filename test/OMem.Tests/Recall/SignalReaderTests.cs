namespace OMem.Tests.Recall;

public sealed class SignalReaderTests
{
    private static RecallFixture Small() => new RecallFixture()
        .Say("Alice", "I moved to Lisbon in May and I love surfing.", day: 1)
        .Say("Bob", "My sister bakes bread on Sundays.", day: 1)
        .Say("Alice", "My brother Tom works at a brewery.", day: 2)
        .Know("home", "Alice", "Alice lives in Lisbon", 1, from: RecallFixture.Day(1, 1));

    [Theory]
    [InlineData("Who is Tom?")]
    [InlineData("Where does Alice live?")]
    [InlineData("Who bakes bread?")]
    public async Task Read_AMemoryOfThreeMessagesHoldsTheAnswer_IsKnown(string question) =>
        (await Small().RecallAsync(question)).Signal.IsKnown.ShouldBeTrue();

    [Theory]
    [InlineData("What car does Alice drive?")]
    [InlineData("When is the dentist appointment?")]
    public async Task Read_AMemoryOfThreeMessagesDoesNotHoldTheAnswer_IsNotKnown(string question) =>
        (await Small().RecallAsync(question)).Signal.IsKnown.ShouldBeFalse();

    [Fact]
    public async Task Read_AnAttributeHoldsEveryClue_SaysSo() =>
        (await Small().RecallAsync("Where does Alice live?")).Signal.Reason.ShouldBe("what is known of the person holds its clues");

    [Fact]
    public async Task Read_TheAttributeUnknown_IsLessSure()
    {
        var without = new RecallFixture().Say("Alice", "I moved to Lisbon in May and I love surfing.", day: 1).Say("Bob", "My sister bakes bread on Sundays.", day: 1);

        (await Small().RecallAsync("Where does Alice live?")).Signal.Probability
            .ShouldBeGreaterThan((await without.RecallAsync("Where does Alice live?")).Signal.Probability);
    }
}
