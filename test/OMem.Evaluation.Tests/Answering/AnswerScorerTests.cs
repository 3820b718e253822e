namespace OMem.Evaluation.Tests;

public sealed class AnswerScorerTests
{
    private static readonly AnswerQuestion Question = new()
    {
        Id = "q", Text = "?", Category = "single-hop", Position = 0, AskedAt = DateTimeOffset.UnixEpoch, Gold = "a red kayak", Number = 4, Evidence = ["t1", "t2"],
    };

    [Fact]
    public void Score_Short_HasAllThreeTextFigures()
    {
        var scores = Score(AnswerKindOfSet.Short, Question, "red kayak", fate: new EvidenceFate(1, 0, 1));
        scores["f1"].ShouldBe(1);
        scores["f1Set"].ShouldBe(0.8, 1e-9);
        scores["bleu1"].ShouldBe(Math.Exp(-0.5), 1e-9);
        scores["evidence"].ShouldBe(0.5);
        scores.ShouldNotContainKey("judge");
    }

    [Fact]
    public void Score_NoAnswer_IsWrongInEveryFigure()
    {
        var result = AnswerScorer.Score(AnswerKindOfSet.Short, Question, line: null, judged: true, judgement: null);
        result.Values.Values.ShouldAllBe(value => value == 0);
        result.Values.Keys.ShouldBe(["f1", "f1Set", "bleu1", "judge", "evidence"]);
    }

    [Fact]
    public void Score_Unanswerable_IsAbstentionAlone() =>
        Score(AnswerKindOfSet.Short, Question with { IsUnanswerable = true, Evidence = [], Number = 5 }, "Not mentioned.").ShouldHaveSingleItem().ShouldBe(new("abstention", 1.0));

    [Fact]
    public void Score_UnreadableJudgement_CountsWrongAndIsReported()
    {
        var line = new AnswerLine { System = "s", Question = "q", Answer = "red kayak" };
        var result = AnswerScorer.Score(AnswerKindOfSet.Short, Question, line, judged: true, new JudgeLine("s", "q", "j", ["yes!"], default));
        result.Values["judge"].ShouldBe(0);
        result.IsJudgeReadable.ShouldBeFalse();
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, 1)]
    [InlineData(new[] { 3, 2, 1 }, -1)]
    [InlineData(new[] { 1 }, 0.8164965809277261)] // the other two tied behind it
    [InlineData(new int[0], 0)]
    public void Score_Order_IsTauAgainstTheRubric(int[] order, double tau)
    {
        var question = Question with { Category = "event_ordering", Rubric = ["a", "b", "c"], Evidence = [] };
        var line = new AnswerLine { System = "s", Question = "q", Answer = "x" };
        var replies = new JudgeLine("s", "q", "j", ["""{"scores": [1, 1, 0]}""", $"{{\"order\": [{string.Join(',', order)}]}}"], default);
        var values = AnswerScorer.Score(AnswerKindOfSet.Rubric, question, line, judged: true, replies).Values;
        values["tau"].ShouldBe(tau, 1e-9);
        values["rubric"].ShouldBe(2.0 / 3, 1e-9);
    }

    [Theory]
    [InlineData(0, 0, 2, "x", "not retrieved")]
    [InlineData(1, 1, 0, "x", "cut by budget")]
    [InlineData(2, 0, 0, "x", "misread")]
    [InlineData(0, 0, 2, "red kayak", null)]
    public void Miss_Answer_NamesTheFirstCause(int found, int cut, int missed, string answer, string? kind)
    {
        var line = new AnswerLine { System = "s", Question = "q", Answer = answer, Evidence = new EvidenceFate(found, cut, missed) };
        var scores = AnswerScorer.Score(AnswerKindOfSet.Short, Question, line, judged: false, judgement: null);
        new AnswerResult(new AnswerConversation("c", [], []), Question, line, null, scores).Miss("f1").ShouldBe(kind);
    }

    private static IReadOnlyDictionary<string, double> Score(AnswerKindOfSet kind, AnswerQuestion question, string answer, EvidenceFate? fate = null) =>
        AnswerScorer.Score(kind, question, new AnswerLine { System = "s", Question = "q", Answer = answer, Evidence = fate ?? new EvidenceFate(0, 0, 0) }, judged: false, judgement: null).Values;
}
