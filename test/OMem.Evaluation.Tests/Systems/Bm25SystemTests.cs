namespace OMem.Evaluation.Tests;

public sealed class Bm25SystemTests
{
    private static readonly EvaluationConversation Conversation = new(
        "c",
        [
            Turn("1", "user", "I bought a telescope yesterday."),
            Turn("2", "assistant", "A telescope is a fine telescope to watch Saturn."),
            Turn("3", "user", "My dog likes the park."),
            Turn("4", "user", "Look.") with { Metadata = new Dictionary<string, string> { ["caption"] = "rings of saturn" } },
        ],
        []);

    [Fact]
    public async Task Rank_MatchingWords_ComeFirstAndTiesKeepLogOrder()
    {
        var ranking = await RankAsync(new Bm25System(), "Which telescope was it?");

        ranking.Select(r => r.Id).ShouldBe(["2", "1", "3", "4"]);
        ranking[2].Score.ShouldBe(0);
    }

    [Fact]
    public async Task Rank_StemsAndCaptions_Match()
    {
        (await RankAsync(new Bm25System(), "parks"))[0].Id.ShouldBe("3");
        (await RankAsync(new Bm25System(), "ring"))[0].Id.ShouldBe("4");
    }

    [Fact]
    public async Task Rank_UserFirst_LiftsEveryMatchingUserMessage()
    {
        var ranking = await RankAsync(new Bm25System(userFirst: true), "telescope saturn");

        ranking.Select(r => r.Id).Take(3).ShouldBe(["1", "4", "2"]);
        ranking[3].Id.ShouldBe("3");
    }

    [Theory]
    [InlineData("")]
    [InlineData("what is the")]
    [InlineData("\ud800 \u202e 🦜 '; DROP TABLE--")]
    public async Task Rank_NoKnownWord_KeepsLogOrder(string question) =>
        (await RankAsync(new Bm25System(), question)).Select(r => r.Id).ShouldBe(["1", "2", "3", "4"]);

    [Fact]
    public async Task Rank_EmptyConversation_IsEmpty()
    {
        await using var index = await new Bm25System().IndexAsync(new EvaluationConversation("e", [], []), default);

        (await index.RankAsync("anything", default)).ShouldBeEmpty();
    }

    [Fact]
    public void Score_HandComputed_Matches()
    {
        var index = new Bm25Index([["a", "b"], ["a", "a", "c", "c"]]);

        // df(b) = 1 of 2: idf = ln 2; length 2 of average 3: norm = 1.2 * (0.25 + 0.75 * 2 / 3) = 0.9.
        index.Score(["b", "b"])[0].ShouldBe(Math.Log(2) * 2.2 / 1.9, 1e-12);
        index.Score(["b"])[1].ShouldBe(0);
        index.Frequency("a").ShouldBe(2);
        index.Holders("c").ShouldBe([1]);
    }

    private static async Task<IReadOnlyList<RankedUnit>> RankAsync(Bm25System system, string question)
    {
        await using var index = await system.IndexAsync(Conversation, default);
        return await index.RankAsync(question, default);
    }

    private static Interaction Turn(string id, string speaker, string text) => new()
    {
        Id = id,
        Speaker = speaker,
        Role = speaker == "assistant" ? SpeakerRole.Assistant : SpeakerRole.Person,
        Text = text,
        OccurredAt = DateTimeOffset.UnixEpoch,
    };
}
