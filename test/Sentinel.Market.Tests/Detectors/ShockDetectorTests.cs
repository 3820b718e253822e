namespace Sentinel.Market.Tests.Detectors;

public sealed class ShockDetectorTests
{
    [Theory]
    [InlineData(90, -1)]
    [InlineData(110, 1)]
    public void AtrShock_ARangeFarAboveTheAverage_IsReportedWithItsSide(int close, int side)
    {
        var bars = Series.FromCloses([.. Series.Swing(20), close]);

        var shock = Series.Events(bars).Single(e => e.Type == MarketEventTypes.AtrShock);

        shock.Side.ShouldBe(side);
        shock.EventTime.ShouldBe(bars[^1].OpenTime);
        shock.KnownAt.ShouldBe(bars[^1].CloseTime);
        shock.Severity.ShouldBeGreaterThan(1);
        shock.Feature("tr_atr").ShouldBe(shock.Severity * 3, 1e-12);
    }

    [Fact]
    public void AtrShock_TheTestedBar_IsNotInItsOwnBaseline()
    {
        // 14 ranges of 1 make an average of 1; a range of 3.01 is above three times that, but not above three times an average that holds it.
        var bars = Flat(14, high: 100.5m, low: 99.5m, close: 100);
        bars.Add(Bar(14, 100, 102, 98.99m, 100));

        Series.Events(bars).Count(e => e.Type == MarketEventTypes.AtrShock).ShouldBe(1);
    }

    [Fact]
    public void AtrShock_ExactlyThreeTimesTheAverage_IsNone()
    {
        var bars = Flat(14, high: 100.5m, low: 99.5m, close: 100);
        bars.Add(Bar(14, 100, 102, 99, 100));

        Series.Events(bars).ShouldNotContain(e => e.Type == MarketEventTypes.AtrShock);
    }

    [Fact]
    public void AtrShock_BeforeTheAverageExists_IsNone()
    {
        var bars = Flat(13, high: 100.5m, low: 99.5m, close: 100);
        bars.Add(Bar(13, 100, 150, 60, 100));

        Series.Events(bars).ShouldNotContain(e => e.Type == MarketEventTypes.AtrShock);
    }

    [Fact]
    public void Jump_AReturnFarBeyondBipowerVariation_IsReported()
    {
        var jump = Series.Events(Series.FromCloses([.. Series.Swing(20), 130])).Single(e => e.Type == MarketEventTypes.Jump);

        jump.Side.ShouldBe(1);
        jump.Feature("l").ShouldBeGreaterThan(JumpDetectorThreshold);
    }

    [Fact]
    public void Jump_TheStatistic_IsThatOfTheDefinition()
    {
        var closes = Series.Swing(30).Append(130m).ToArray();
        var r = closes.Skip(1).Zip(closes, (now, before) => Math.Log((double)now / (double)before)).ToArray();
        var t = r.Length - 1;
        const int k = 16;
        var variation = 0.0;
        for (var j = t - k + 2; j <= t - 1; j++)
        {
            variation += Math.Abs(r[j]) * Math.Abs(r[j - 1]) / (k - 2);
        }

        Series.Events(Series.FromCloses(closes)).Single(e => e.Type == MarketEventTypes.Jump).Feature("l")
            .ShouldBe(r[t] / Math.Sqrt(variation), 1e-9);
    }

    [Fact]
    public void Jump_AMarketThatStoodStill_HasNoScaleAndNoJump() =>
        Series.Events(Series.FromCloses([.. Enumerable.Repeat(100m, 30), 130])).ShouldNotContain(e => e.Type == MarketEventTypes.Jump);

    [Fact]
    public void Jump_DailyBars_HaveTheThresholdOfTheSpecification() => JumpDetectorThreshold.ShouldBe(5.45, 0.01);

    [Theory]
    [InlineData(7 * 24 * 60, 7)]
    [InlineData(24 * 60, 16)]
    [InlineData(60, 78)]
    [InlineData(30, 110)]
    [InlineData(15, 156)]
    [InlineData(5, 270)]
    [InlineData(1, 270)]
    public void Jump_TheWindow_IsThatOfThePaper(int minutes, int expected) =>
        Market.Detectors.JumpDetector.WindowOf(TimeSpan.FromMinutes(minutes)).ShouldBe(expected);

    [Fact]
    public void Jump_HourlyBars_AreTestedAsManyTimesAsAYearHasHours() =>
        new Market.Detectors.JumpDetector(TimeSpan.FromHours(1)).Threshold.ShouldBe(Market.Detectors.JumpDetector.ThresholdOf(8760));

    private static double JumpDetectorThreshold => Market.Detectors.JumpDetector.ThresholdOf(365);

    private static List<Bar> Flat(int count, decimal high, decimal low, decimal close) =>
        [.. Enumerable.Range(0, count).Select(i => Bar(i, close, high, low, close))];

    private static Bar Bar(int day, decimal open, decimal high, decimal low, decimal close) => new()
    {
        Symbol = Series.Symbol,
        OpenTime = Series.Start.AddDays(day),
        Interval = TimeSpan.FromDays(1),
        Open = open,
        High = high,
        Low = low,
        Close = close,
        Volume = 1,
    };
}
