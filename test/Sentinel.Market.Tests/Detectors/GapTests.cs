namespace Sentinel.Market.Tests.Detectors;

public sealed class GapTests
{
    [Fact]
    public void Gap_MissingBars_AreOneEventKnownWithTheNextBar()
    {
        var bars = Series.Generated(seed: 1, count: 50);
        bars.RemoveRange(20, 3);

        var gap = Series.Events(bars).Single(e => e.Type == MarketEventTypes.Gap);

        gap.EventTime.ShouldBe(bars[19].CloseTime);
        gap.KnownAt.ShouldBe(bars[20].CloseTime);
        gap.Feature("missing").ShouldBe(3);
        gap.Feature("restart").ShouldBe(0);
    }

    [Fact]
    public void Gap_LongerThanAWeek_StartsAnew()
    {
        var bars = Series.Generated(seed: 1, count: 900);
        var later = bars.Skip(500).ToList();
        var updates = Series.Track([.. bars.Take(300), .. later]);
        var fresh = Series.Track(later);

        var first = updates[300];
        first.Events.Single().Feature("restart").ShouldBe(1);
        updates.Skip(301).Select(update => update.Print()).ShouldBe(fresh.Skip(1).Select(update => update.Print()));
    }

    [Fact]
    public void Gap_Short_KeepsWhatIsKnown()
    {
        var bars = Series.Generated(seed: 1, count: 300);
        bars.RemoveRange(250, 10);

        Series.Track(bars)[250].Snapshot.Indicator("ema200").ShouldNotBeNull();
    }
}
