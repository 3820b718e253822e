namespace OMem.Evaluation.Tests;

public sealed class MemorySizesTests
{
    [Fact]
    public void Of_AConversation_IsWholeAndInPiecesThatHoldTheirEvidence()
    {
        var conversation = Conversation(turns: 70, Enumerable.Range(0, 70).Select(i => new[] { i }));

        var pieces = MemorySizes.Of(conversation).ToList();

        pieces.Select(piece => piece.Interactions.Count).Distinct().ShouldBe([70, 3, 6, 12, 25, 60]);
        pieces.Select(piece => piece.Id).ShouldBeUnique();
        foreach (var piece in pieces)
        {
            piece.Questions.ShouldNotBeEmpty();
            piece.Questions.SelectMany(question => question.Gold).ShouldBeSubsetOf(piece.Interactions.Select(turn => turn.Id));
        }
    }

    [Fact]
    public void Of_EvidenceFarApart_IsAskedOfTheWholeAlone()
    {
        var pieces = MemorySizes.Of(Conversation(turns: 65, [[0, 64]])).ToList();

        pieces.ShouldHaveSingleItem().Interactions.Count.ShouldBe(65);
    }

    [Fact]
    public void Of_ManyQuestions_NoSizeOutweighsTheOthers()
    {
        var pieces = MemorySizes.Of(Conversation(turns: 900, Enumerable.Range(0, 900).Select(i => new[] { i }))).ToList();

        pieces.GroupBy(piece => piece.Interactions.Count).ShouldAllBe(group => group.Sum(piece => piece.Questions.Count) <= 150);
    }

    private static EvaluationConversation Conversation(int turns, IEnumerable<int[]> evidence) => new(
        "c",
        [.. Enumerable.Range(0, turns).Select(i => new Interaction { Id = $"t{i}", Speaker = "Ann", Text = $"turn {i}", OccurredAt = DateTimeOffset.UnixEpoch.AddMinutes(i) })],
        [.. evidence.Select((gold, i) => new EvaluationQuestion($"q{i}", $"question {i}?", "1", [.. gold.Select(turn => $"t{turn}")]))]);
}
