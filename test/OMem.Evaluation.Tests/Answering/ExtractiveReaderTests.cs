namespace OMem.Evaluation.Tests;

public sealed class ExtractiveReaderTests
{
    private static readonly DateTimeOffset Day = new(2023, 5, 8, 13, 56, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("What is the parrot called?", "My parrot is called Kiwi.")]
    [InlineData("When did you adopt the parrot?", "8 May 2023")]
    [InlineData("Who flew to Mars?", "No information available")]
    public async Task Read_OpenQuestion_QuotesTheSentenceThatSharesMost(string question, string expected) =>
        (await ReadAsync(question, [], "Hello there! My parrot is called Kiwi. I like tea.", "I adopted it.\nThe sea is calm.")).ShouldBe(expected);

    [Fact]
    public async Task Read_Options_TakesTheOneTheContextSpeaksOf() =>
        (await ReadAsync("What next?", ["(a) a football match", "(b) a kayak tour", "(c) a concert"], "The kayak club tours the lake.")).ShouldBe("<final_answer> (b)");

    [Fact]
    public async Task Read_OptionsWithoutContext_TakesTheFirst() =>
        (await ReadAsync("What next?", ["(a) x", "(b) y"])).ShouldBe("<final_answer> (a)");

    private static async Task<string> ReadAsync(string question, string[] options, params string[] texts)
    {
        var turns = texts.Select((text, i) => new Interaction { Id = $"m{i}", Speaker = "Ada", Text = text, OccurredAt = Day.AddDays(i) });
        var asked = new AnswerQuestion { Id = "q", Text = question, Category = "c", Position = texts.Length, AskedAt = Day, Options = options };
        return (await new ExtractiveReader().ReadAsync(ContextPacker.All(turns), asked, TestContext.Current.CancellationToken)).Text;
    }
}
