namespace OMem.Evaluation.Tests;

public sealed class QuestionScorerTests
{
    // Tokens: a 400/4 = 100, b 1,000/4 = 250, c (37 + 4)/4 -> 11 with its caption in brackets, d 1.
    private static readonly EvaluationConversation Conversation = new(
        "c",
        [
            Turn("a", "s1", new string('x', 400)),
            Turn("b", "s1", new string('x', 1000)),
            Turn("c", "s2", new string('x', 37), caption: "y"),
            Turn("d", "s2", "zz"),
        ],
        []);

    [Fact]
    public void Score_Turns_HandComputed()
    {
        var scores = Score(Granularity.Turn, ["b", "a", "d", "c"], ["a", "c"]);

        scores[Metric.RecallAt1].ShouldBe(0);
        scores[Metric.RecallAt5].ShouldBe(1);
        scores[Metric.Mrr].ShouldBe(0.5);
        scores[Metric.MrrAt10].ShouldBe(0.5);
        scores[Metric.FullAt20].ShouldBe(1);
        scores[Metric.NdcgAt10].ShouldBe((0.6309297536 + 0.4306765581) / (1 + 0.6309297536), 1e-9);
    }

    [Fact]
    public void Score_Tokens_PacksBestFirstAndSkipsWhatDoesNotFit()
    {
        var scores = Score(Granularity.Turn, ["b", "a", "c", "d"], ["a", "c"]);

        // 100 tokens: b (250) does not fit, a (100) fills it.
        scores[Metric.Tokens(100)].ShouldBe(0.5);
        // 250 tokens: b fills it.
        scores[Metric.Tokens(250)].ShouldBe(0);
        // 500 tokens: everything fits.
        scores[Metric.Tokens(500)].ShouldBe(1);
    }

    [Fact]
    public void Score_TurnsThatWereNotReturned_AreMissed()
    {
        var scores = Score(Granularity.Turn, ["a"], ["a", "c"]);

        scores[Metric.RecallAt20].ShouldBe(0.5);
        scores[Metric.FullAt20].ShouldBe(0);
        scores[Metric.Tokens(3000)].ShouldBe(0.5);
    }

    [Fact]
    public void Score_Sessions_GoByTheirBestTurn()
    {
        var scorer = new QuestionScorer(Conversation, Granularity.Session);
        RankedUnit[] ranking = [new("b", 3), new("a", 2), new("c", 1), new("d", 0)];

        scorer.Units(ranking).ShouldBe([new RankedUnit("s1", 3), new RankedUnit("s2", 1)]);
        var scores = Score(Granularity.Session, ["b", "a", "c", "d"], ["s2"]);
        scores[Metric.RecallAt1].ShouldBe(0);
        scores[Metric.Mrr].ShouldBe(0.5);
        // 250 tokens: only b of session 1. 500: all.
        scores[Metric.Tokens(250)].ShouldBe(0);
        scores[Metric.Tokens(500)].ShouldBe(1);
    }

    private static double[] Score(Granularity granularity, string[] order, string[] gold)
    {
        var scorer = new QuestionScorer(Conversation, granularity);
        RankedUnit[] ranking = [.. order.Select((id, i) => new RankedUnit(id, -i))];
        return scorer.Score(scorer.Units(ranking), ranking, gold);
    }

    private static Interaction Turn(string id, string session, string text, string? caption = null)
    {
        var turn = new Interaction { Id = id, Speaker = "A", Text = text, Session = session, OccurredAt = DateTimeOffset.UnixEpoch };
        return caption is null ? turn : turn with { Metadata = new Dictionary<string, string> { ["caption"] = caption } };
    }
}
