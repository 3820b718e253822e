namespace Sentinel.Market.Tests.Detectors;

public sealed class DepegTests
{
    private static readonly MarketTrackerOptions Pegged = new() { Peg = 1 };

    [Fact]
    public void Depeg_AQuarterOfAnHourAway_IsReportedOnceWithItsBeginning()
    {
        var bars = Minutes([.. Enumerable.Repeat(1m, 10), .. Enumerable.Repeat(0.98m, 40)]);

        var depeg = Of(bars).Single();

        depeg.EventTime.ShouldBe(bars[10].OpenTime);
        depeg.KnownAt.ShouldBe(bars[10].OpenTime.AddMinutes(15));
        depeg.Side.ShouldBe(-1);
        depeg.Severity.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void Depeg_AMomentAway_IsNone() => Of(Minutes([1, 1, .. Enumerable.Repeat(0.98m, 14), 1])).ShouldBeEmpty();

    [Fact]
    public void Depeg_BackHomeAndAwayAgain_IsASecondEvent()
    {
        decimal[] away = [.. Enumerable.Repeat(1.02m, 20)];

        Of(Minutes([1, .. away, 1.007m, .. away])).Count.ShouldBe(1);
        Of(Minutes([1, .. away, 1.004m, .. away])).Count.ShouldBe(2);
    }

    [Fact]
    public void Depeg_WithoutAPeg_IsNotLookedFor() =>
        Series.Events(Minutes(Enumerable.Repeat(0.5m, 30))).ShouldNotContain(e => e.Type == MarketEventTypes.Depeg);

    private static List<MarketEvent> Of(IEnumerable<Bar> bars) =>
        [.. Series.Events(bars, Pegged).Where(e => e.Type == MarketEventTypes.Depeg)];

    private static List<Bar> Minutes(IEnumerable<decimal> closes) => Series.FromCloses(TimeSpan.FromMinutes(1), closes);
}
