using OMem.Recall;
using OMem.Storage;

namespace OMem.Tests.Recall;

public sealed class PackerTests
{
    private static readonly HashSet<int> None = [];

    [Fact]
    public void Pack_TooBig_IsSkippedAndSmallerOnesFollow() =>
        Pack([Turn(3, 60), Turn(2, 50), Turn(1, 40)], new RecallQuery("") { TokenBudget = 100 })
            .ShouldBe([TraceDecision.Kept, TraceDecision.OverBudget, TraceDecision.Kept]);

    [Fact]
    public void Pack_ExactFit_IsKept() =>
        Pack([Turn(3, 60), Turn(2, 40)], new RecallQuery("") { TokenBudget = 100 }).ShouldBe([TraceDecision.Kept, TraceDecision.Kept]);

    [Fact]
    public void Pack_BeyondTheLimit_IsBelowLimit() =>
        Pack([Turn(3, 1), Turn(2, 1), Turn(1, 1)], new RecallQuery("") { MaxItems = 2 })
            .ShouldBe([TraceDecision.Kept, TraceDecision.Kept, TraceDecision.BelowLimit]);

    [Fact]
    public void Pack_FilteredOrDuplicate_TakesNoRoom() =>
        Packer.Pack([Turn(3, 60) with { IsFiltered = true }, Turn(2, 60), Turn(1, 60)], new RecallQuery("") { TokenBudget = 100, MaxItems = 1 }, 0f, new HashSet<int> { 1 })
            .ShouldBe([TraceDecision.Filtered, TraceDecision.Duplicate, TraceDecision.Kept]);

    [Fact]
    public void Pack_LengthPenalty_PrefersTheShortOfTwoNearlyAsGood()
    {
        Candidate[] candidates = [Turn(2.1, 90), Turn(2, 10)];
        var query = new RecallQuery("") { TokenBudget = 95 };
        Packer.Pack(candidates, query, 0f, None).ShouldBe([TraceDecision.Kept, TraceDecision.OverBudget]);
        Packer.Pack(candidates, query, 1f, None).ShouldBe([TraceDecision.OverBudget, TraceDecision.Kept]);
    }

    [Fact]
    public void Pack_PersonaItems_GetAQuarterUnlessAskedForAlone()
    {
        Candidate[] candidates = [.. Enumerable.Range(0, 8).Select(i => Item(10 - i, 10)), Turn(1, 10)];
        var beside = Pack(candidates, new RecallQuery("") { TokenBudget = 80, MaxItems = 20 });
        beside.Count(decision => decision == TraceDecision.Kept).ShouldBe(3);
        beside[^1].ShouldBe(TraceDecision.Kept);
        Pack(candidates[..8], new RecallQuery("") { TokenBudget = 80, Kinds = [RecallItemKind.Attribute] })
            .ShouldAllBe(decision => decision == TraceDecision.Kept);
    }

    [Fact]
    public void BestFirst_EqualScores_PersonaThenLogOrder()
    {
        var candidates = new List<Candidate> { Turn(1, 1) with { Turn = 9 }, Turn(1, 1) with { Turn = 2 }, Item(1, 1), Turn(5, 1) };
        candidates.Sort(Candidate.BestFirst);
        candidates.Select(candidate => (candidate.Score, candidate.Turn)).ShouldBe([(5, 0), (1, -1), (1, 2), (1, 9)]);
    }

    private static TraceDecision[] Pack(Candidate[] candidates, RecallQuery query) => Packer.Pack(candidates, query, 0f, None);

    private static Candidate Turn(double score, int tokens) => new(0, null, score, tokens);

    private static Candidate Item(double score, int tokens)
    {
        var item = new PersonaItem
        {
            Id = $"i{score}", Kind = PersonaItemKind.Attribute, Subject = "A", Value = "", Text = "",
            RecordedAt = RecallFixture.Day(1, 1), Evidence = [], Reader = "test@1",
        };
        var match = new StatementMatch<StoredItem>(new StoredItem(item, new IndexData(default, default, null, 0)), 1f, 0f, 1f);
        return new Candidate(-1, match, score, tokens);
    }
}
