namespace Sentinel.Market.Tests.Detectors;

public sealed class CusumTests
{
    [Fact]
    public void Cusum_SmallStepsOneWay_AddUpToAnEvent()
    {
        var closes = Series.Swing(60, half: 0.5m).ToList();
        for (var i = 0; i < 8; i++)
        {
            closes.Add(closes[^1] * 1.008m);
        }

        var events = Series.Events(Series.FromCloses(closes)).Where(e => e.EventTime >= Series.Start.AddDays(60)).ToList();

        events.ShouldContain(e => e.Type == MarketEventTypes.CusumUp && e.Side == 1);
        events.ShouldNotContain(e => e.Type == MarketEventTypes.CusumDown);
    }

    [Fact]
    public void Cusum_AFallBeyondThreeDeviations_IsDownAndStartsAgain()
    {
        var closes = Series.Swing(60, half: 0.5m).ToList();
        closes.AddRange([90, 90.1m, 90, 90.1m]);

        var down = Series.Events(Series.FromCloses(closes)).Where(e => e.Type == MarketEventTypes.CusumDown && e.EventTime >= Series.Start.AddDays(60)).ToList();

        down.Count.ShouldBe(1);
        down[0].Feature("sum").ShouldBeLessThan(-down[0].Feature("limit"));
        down[0].Severity.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Cusum_BeforeTwentyReturns_SaysNothing() =>
        Series.Events(Series.FromCloses([.. Series.Swing(20), 200])).ShouldNotContain(e => e.Type.StartsWith("cusum", StringComparison.Ordinal));

    [Fact]
    public void Cusum_FromTheTwentyFirstReturnOn_Speaks() =>
        Series.Events(Series.FromCloses([.. Series.Swing(21), 200])).ShouldContain(e => e.Type == MarketEventTypes.CusumUp);
}
