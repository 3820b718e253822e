using OMem.Recall;

namespace OMem.Evaluation.Tests;

public sealed class EngineSystemTests
{
    private static readonly EvaluationConversation Conversation = new(
        "c",
        [
            Turn("1", "Ann", "Where did you go last summer?"),
            Turn("2", "Bob", "We hiked across the Pyrenees with two donkeys."),
            Turn("3", "Ann", "I stayed home and baked bread."),
        ],
        []);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rank_WithAndWithoutVectors_ReturnsEveryTurnOnce(bool withVectors)
    {
        var ranking = await RankAsync(withVectors, "Where did Bob hike with donkeys?");

        ranking[0].Id.ShouldBe("2");
        ranking.Select(r => r.Id).Order(StringComparer.Ordinal).ShouldBe(["1", "2", "3"]);
        ranking.Zip(ranking.Skip(1)).ShouldAllBe(pair => pair.First.Score >= pair.Second.Score);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 🦜")]
    public async Task Rank_EmptyOrOddQuestion_StillRanks(string question) =>
        (await RankAsync(true, question)).Count.ShouldBe(3);

    [Fact]
    public void Hash_OfWeights_ChangesWithThem()
    {
        var weights = RecallWeights.Default;
        var profile = weights.Profile("conversation");

        EngineSystem.Hash(weights).ShouldBe(EngineSystem.Hash(RecallWeights.Default));
        EngineSystem.Hash(weights.With(profile.With(new float[FeatureCatalog.Count]))).ShouldNotBe(EngineSystem.Hash(weights));
    }

    private static async Task<IReadOnlyList<RankedUnit>> RankAsync(bool withVectors, string question)
    {
        using var model = new WordHashEmbeddings();
        var memories = withVectors
            ? new ConversationMemories(model, new VectorCache(model, "m", null, "h"), "m")
            : new ConversationMemories(null, null, string.Empty);
        await using var index = await EngineSystem.WithDefaultWeights(memories).IndexAsync(Conversation, default);
        return await index.RankAsync(question, default);
    }

    private static Interaction Turn(string id, string speaker, string text) =>
        new() { Id = id, Speaker = speaker, Text = text, OccurredAt = DateTimeOffset.UnixEpoch, Session = "s" };
}
