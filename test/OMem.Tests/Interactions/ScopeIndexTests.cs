using OMem.Interactions;
using OMem.Tests.Recall;

namespace OMem.Tests.Interactions;

public sealed class ScopeIndexTests
{
    [Fact]
    public void View_EmptyLog_HasNothing()
    {
        var view = new ScopeIndex(null, 0).View;
        view.Count.ShouldBe(0);
        view.SessionCount.ShouldBe(0);
        view.FindTerm("jazz").ShouldBe(-1);
        view.Postings(-1).Length.ShouldBe(0);
        view.HasAssistant.ShouldBeFalse();
    }

    [Fact]
    public void Append_WrongSequence_ThrowsAndChangesNothing()
    {
        var log = new RandomLog(1, 5);
        Should.Throw<ArgumentException>(() => log.Index.Append(log.Entry(2)));
        log.Index.LogSequence.ShouldBe(5);
    }

    [Fact]
    public void Append_DamagedTerms_ThrowsAndChangesNothing()
    {
        var log = new RandomLog(1, 5);
        var entry = log.Entry(4) with { Sequence = 6 };
        entry = entry with { Index = entry.Index with { Terms = entry.Index.Terms[..^1] } };
        Should.Throw<FormatException>(() => log.Index.Append(entry));
        log.Index.Append(log.Entry(3) with { Sequence = 6 });
        log.Index.Publish();
        log.View.TermsOf(5).ToArray().ShouldBe(log.View.TermsOf(3).ToArray());
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void View_TakenEarlier_StaysWhatItWas(int seed)
    {
        var log = new RandomLog(seed, 200);
        var growing = new ScopeIndex(RandomLog.Model, 24);
        var views = new List<ScopeView>();
        foreach (var entry in log.Entries())
        {
            growing.Append(entry);
            growing.Publish();
            views.Add(growing.View);
        }

        for (var count = 1; count <= 200; count += 13)
        {
            var fresh = new ScopeIndex(RandomLog.Model, 24);
            fresh.Append(log.Entries().Take(count));
            ShouldBeSame(views[count - 1], fresh.View);
            ShouldBeSame(growing.View.Truncate(count), fresh.View);
        }
    }

    [Fact]
    public async Task View_WhileAppending_SeesWholeTurnsOnly()
    {
        var log = new RandomLog(21, 1500);
        var growing = new ScopeIndex(RandomLog.Model, 24);
        var writer = Task.Run(() =>
        {
            foreach (var entry in log.Entries())
            {
                growing.Append(entry);
                growing.Publish();
            }
        });
        var seen = new List<(int Count, long Checksum)>();
        do
        {
            var view = growing.View;
            seen.Add((view.Count, Checksum(view)));
        }
        while (!writer.IsCompleted || growing.View.Count < 1500);
        await writer;
        foreach (var (count, checksum) in seen.DistinctBy(static entry => entry.Count).Where((_, i) => i % 7 == 0))
        {
            var fresh = new ScopeIndex(RandomLog.Model, 24);
            fresh.Append(log.Entries().Take(count));
            checksum.ShouldBe(Checksum(fresh.View));
        }
    }

    [Fact]
    public void IndexBytes_ManyTurns_StaysUnderTwoKilobytesATurn()
    {
        var log = new RandomLog(3, 2000, new RandomLogOptions { MaxWords = 40, Vocabulary = 20_000 });
        (log.Index.IndexBytes / 2000).ShouldBeLessThan(1000);
        log.Index.VectorBytes.ShouldBeGreaterThan(2000 * 24);
    }

    [Fact]
    public void Append_VectorOfOtherModel_CountsAsStale()
    {
        var log = new RandomLog(4, 3);
        var index = new ScopeIndex("newer-model", 24);
        index.Append(log.Entries());
        index.StaleVectors.ShouldBe(3);
        index.View.Vectors.Present.ShouldBe(0);
    }

    private static void ShouldBeSame(ScopeView actual, ScopeView expected)
    {
        actual.Count.ShouldBe(expected.Count);
        actual.SessionCount.ShouldBe(expected.SessionCount);
        actual.Speakers.ToArray().ShouldBe(expected.Speakers.ToArray());
        actual.Totals.ShouldBe(expected.Totals);
        Checksum(actual).ShouldBe(Checksum(expected));
        for (var turn = 0; turn < expected.Count; turn++)
        {
            actual.Next(turn).ShouldBe(expected.Next(turn));
            actual.Previous(turn).ShouldBe(expected.Previous(turn));
        }
    }

    private static long Checksum(ScopeView view)
    {
        long sum = view.Count;
        for (var session = 0; session < view.SessionCount; session++)
        {
            sum = (sum * 31) + view.TermsOfSession(session);
        }

        for (var turn = 0; turn < view.Count; turn++)
        {
            sum = (sum * 31) + view.NearTerms(turn) + (7L * view.WideTerms(turn)) + (13L * view.AheadTerms(turn)) + view.Next(turn);
            foreach (var term in view.TermsOf(turn))
            {
                sum = (sum * 31) + view.TermText(term).Length + view.Postings(term).Length;
            }
        }

        return sum;
    }
}
