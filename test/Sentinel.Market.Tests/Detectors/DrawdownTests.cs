namespace Sentinel.Market.Tests.Detectors;

public sealed class DrawdownTests
{
    [Fact]
    public void Drawdown_EachDepth_IsReportedOnceUntilANewPeak()
    {
        var events = Of([100, 91, 89, 92, 89, 79, 101, 90, 90.9m]);

        events.Select(e => (Day(e), e.Type, e.Type == MarketEventTypes.Drawdown ? e.Feature("depth") : 0)).ShouldBe(
        [
            (2, MarketEventTypes.Drawdown, 0.10),
            (5, MarketEventTypes.Drawdown, 0.20),
            (6, MarketEventTypes.Recovery, 0),
            (7, MarketEventTypes.Drawdown, 0.10),
        ]);
    }

    [Fact]
    public void Drawdown_OneBarThroughSeveralDepths_ReportsEach()
    {
        var events = Of([100, 45]);

        events.Select(e => e.Feature("depth")).ShouldBe([0.1, 0.2, 0.3, 0.5]);
        events.Select(e => e.Id).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Drawdown_ACollapse_GoesOnToNinetyPercent() =>
        Of([100, 20, 1]).Select(e => e.Feature("depth")).ShouldBe([0.1, 0.2, 0.3, 0.5, 0.75, 0.9]);

    [Fact]
    public void Drawdown_ExactlyAtTheDepth_Counts() => Of([100, 90]).Count.ShouldBe(1);

    [Fact]
    public void Recovery_WithoutADrawdown_IsNone() => Of([100, 95, 101, 102]).ShouldBeEmpty();

    [Fact]
    public void Recovery_BackAtThePeak_IsNotAboveIt() => Of([100, 85, 100]).Count.ShouldBe(1);

    [Fact]
    public void Recovery_TellsHowDeepItWas() => Of([100, 85, 101]).Single(e => e.Type == MarketEventTypes.Recovery).Feature("deepest").ShouldBe(-0.15, 1e-12);

    [Fact]
    public void NewLow_TheLowestOfAYearOfBars_IsReportedOnceAWhile()
    {
        var closes = Series.Swing(250).Concat([90, 89, 88]).Concat(Enumerable.Repeat(95m, 20)).Append(80);

        var lows = Series.Events(Series.FromCloses(closes)).Where(e => e.Type == MarketEventTypes.NewLow).ToList();

        lows.Select(Day).ShouldBe([250, 273]);
    }

    [Fact]
    public void NewLow_WithAShorterPast_SaysNothing() =>
        Series.Events(Series.FromCloses([.. Series.Swing(249), 50])).ShouldNotContain(e => e.Type == MarketEventTypes.NewLow);

    private static List<MarketEvent> Of(decimal[] closes) =>
        [.. Series.Events(Series.FromCloses(closes)).Where(e => e.Type is MarketEventTypes.Drawdown or MarketEventTypes.Recovery)];

    private static int Day(MarketEvent e) => (int)(e.EventTime - Series.Start).TotalDays;
}
