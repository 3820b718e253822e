namespace Sentinel.Market.Tests.Detectors;

public sealed class FlashCrashTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void FlashCrash_AFallThatComesBack_IsTwoRecordsEachKnownInItsTime()
    {
        var bars = Bars([.. Calm(), 98, 96, 95, 96, 98]);

        var events = Of(bars);

        events.Select(e => e.Type).ShouldBe([MarketEventTypes.FlashFall, MarketEventTypes.FlashCrash]);
        events[0].KnownAt.ShouldBe(bars[41].CloseTime);
        events[1].EventTime.ShouldBe(bars[42].OpenTime);
        events[1].KnownAt.ShouldBe(bars[44].CloseTime);
        events[1].Feature("regained").ShouldBeGreaterThanOrEqualTo(0.5);
    }

    [Fact]
    public void FlashCrash_AFallThatStays_IsASellOffAfterAnHour()
    {
        var bars = Bars([.. Calm(), 95, .. Enumerable.Repeat(95m, 70)]);

        var events = Of(bars);

        events.Select(e => e.Type).ShouldBe([MarketEventTypes.FlashFall, MarketEventTypes.SellOff]);
        (events[1].KnownAt - events[0].EventTime).ShouldBe(TimeSpan.FromMinutes(60));
    }

    [Fact]
    public void FlashCrash_ASmallFall_IsNone() => Of(Bars([.. Calm(), 98, 97.5m, 99])).ShouldBeEmpty();

    [Fact]
    public void FlashCrash_ASlowFall_IsNone() =>
        Of(Bars([.. Calm(), .. Enumerable.Range(1, 120).Select(i => 100 - (i * 0.1m))])).ShouldBeEmpty();

    [Fact]
    public void FlashCrash_AWildMarket_NeedsMoreThanThreePercent()
    {
        // Swings of 2 % a minute: six ATR times the root of 15 is far more than 3 %.
        var wild = Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 100m : 98m);

        Of(Bars([.. wild, 80])).ShouldBeEmpty();
    }

    [Fact]
    public void FlashCrash_TheFallItself_DoesNotRaiseItsOwnLimit() =>
        Of(Bars([.. Calm(), 98, 96.9m])).Select(e => e.Type).ShouldBe([MarketEventTypes.FlashFall]);

    [Fact]
    public void FlashCrash_HourlyBars_AreNotLookedAt() =>
        Series.Events(Series.FromCloses(TimeSpan.FromHours(1), [.. Calm(), 95, 99])).ShouldNotContain(e => e.Type == MarketEventTypes.FlashFall);

    private static IEnumerable<decimal> Calm() => Enumerable.Range(0, 40).Select(i => 100 + (i % 2 * 0.02m));

    private static List<Bar> Bars(IEnumerable<decimal> closes) => Series.FromCloses(Minute, closes);

    private static List<MarketEvent> Of(List<Bar> bars) =>
        [.. Series.Events(bars).Where(e => e.Detector == "flash_crash@1")];
}
