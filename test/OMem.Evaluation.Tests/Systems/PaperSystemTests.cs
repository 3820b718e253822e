namespace OMem.Evaluation.Tests;

public sealed class PaperSystemTests
{
    private static readonly EvaluationConversation Conversation = new(
        "c",
        [
            Turn("1", "Ann", "I love the saxophone."),
            Turn("2", "Bob", "I bought a saxophone yesterday."),
            Turn("3", "Ann", "My sister moved to Lisbon last year."),
            Turn("4", "Bob", "The weather is fine."),
        ],
        []);

    [Fact]
    public async Task Rank_FirstSpeakerNamed_SearchesOnlyTheirMessages()
    {
        var ranking = await RankAsync("Does Ann play the saxophone?");

        ranking[0].Id.ShouldBe("1");
        ranking.ShouldAllBe(r => r.Id == "1" || r.Id == "3");
    }

    [Fact]
    public async Task Rank_FirstSpeakerNotNamed_SearchesTheOther() =>
        (await RankAsync("saxophone")).ShouldAllBe(r => r.Id == "2" || r.Id == "4");

    [Fact]
    public async Task Rank_Twice_IsTheSame() =>
        (await RankAsync("Ann sister Lisbon")).ShouldBe(await RankAsync("Ann sister Lisbon"));

    [Fact]
    public async Task Rank_NobodySpeaks_IsEmpty()
    {
        using var model = new WordHashEmbeddings();
        await using var index = await new PaperSystem(Memories(model)).IndexAsync(new EvaluationConversation("e", [], []), default);

        (await index.RankAsync("anything", default)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_EquallyRareWords_TakesTheFirstInOrdinalOrder()
    {
        var clues = new PaperClues([Turn("1", "Ann", "zebra"), Turn("2", "Ann", "apple"), Turn("3", "Ann", "apple pie zebra"), Turn("4", "Ann", "zebra")], "Ann");

        clues.Of("zebra apple").ShouldBe([1, 2]);
        clues.Of("the unknown").ShouldBeEmpty();
        clues.Of("").ShouldBeEmpty();
    }

    [Fact]
    public void For_ChatWithAssistant_IsTheUser()
    {
        var route = new SpeakerRoute([Turn("1", "user", "hi"), Turn("2", "assistant", "hello") with { Role = SpeakerRole.Assistant }]);

        route.For("What did the assistant say?").ShouldBe("user");
        new SpeakerRoute([]).For("x").ShouldBeNull();
    }

    private static async Task<IReadOnlyList<RankedUnit>> RankAsync(string question)
    {
        using var model = new WordHashEmbeddings();
        await using var index = await new PaperSystem(Memories(model)).IndexAsync(Conversation, default);
        return await index.RankAsync(question, default);
    }

    private static ConversationMemories Memories(WordHashEmbeddings model) => new(model, new VectorCache(model, "m", null, "h"), "m");

    private static Interaction Turn(string id, string speaker, string text) =>
        new() { Id = id, Speaker = speaker, Text = text, OccurredAt = new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero), Session = "s" };
}
