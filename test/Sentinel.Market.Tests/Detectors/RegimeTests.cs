using Sentinel.Market.Detectors;

namespace Sentinel.Market.Tests.Detectors;

public sealed class RegimeTests
{
    [Fact]
    public void Regime_BeforeTheLongAverageExists_IsUnknown()
    {
        var updates = Series.Track(Series.FromCloses(Series.Swing(202)));

        updates[198].Snapshot.Regime.Trend.ShouldBe(TrendState.Unknown);
        updates[^1].Snapshot.Regime.Trend.ShouldBe(TrendState.Range);
        updates.SelectMany(update => update.Events).ShouldNotContain(e => e.Type == MarketEventTypes.RegimeChange);
    }

    [Theory]
    [InlineData(1.01, TrendState.Up)]
    [InlineData(0.99, TrendState.Down)]
    public void Regime_ASteadyMove_IsATrend(double step, TrendState expected)
    {
        var closes = Series.Swing(260).ToList();
        for (var i = 0; i < 120; i++)
        {
            closes.Add(closes[^1] * (decimal)step);
        }

        var updates = Series.Track(Series.FromCloses(closes));

        updates[^1].Snapshot.Regime.Trend.ShouldBe(expected);
        var change = updates.SelectMany(update => update.Events).Last(e => e.Type == MarketEventTypes.RegimeChange && e.Feature("trend") == (int)expected);
        change.Side.ShouldBe(expected is TrendState.Up ? 1 : -1);
    }

    [Fact]
    public void Regime_AChange_IsKnownLaterThanItHappened()
    {
        var changes = Series.Events(Series.Generated(seed: 2, count: 3000)).Where(e => e.Type == MarketEventTypes.RegimeChange).ToList();

        changes.Count.ShouldBeGreaterThan(10);
        changes.ShouldAllBe(e => e.KnownAt - e.EventTime == TimeSpan.FromHours(6));
    }

    [Fact]
    public void Regime_TheEvent_SaysTheStateOfTheSnapshot()
    {
        foreach (var update in Series.Track(Series.Generated(seed: 4, count: 2000)))
        {
            foreach (var e in update.Events.Where(e => e.Type == MarketEventTypes.RegimeChange))
            {
                ((TrendState)(int)e.Feature("trend"), (VolatilityState)(int)e.Feature("volatility"))
                    .ShouldBe((update.Snapshot.Regime.Trend, update.Snapshot.Regime.Volatility));
            }
        }
    }

    [Fact]
    public void Confirmed_AStateSeenTooFewTimes_DoesNotCount()
    {
        var confirmed = new Confirmed<TrendState>(3);
        TrendState[] shown = [TrendState.Up, TrendState.Up, TrendState.Unknown, TrendState.Up, TrendState.Up, TrendState.Up, TrendState.Down, TrendState.Up];

        var since = shown.Select((state, i) => confirmed.Step(state, Series.Start.AddDays(i))).ToList();

        since.Where(time => time is not null).ShouldBe([Series.Start.AddDays(3)]);
        confirmed.State.ShouldBe(TrendState.Up);
    }

    [Fact]
    public void VolatilityRegime_OnAndOff_AlternateWithHysteresis()
    {
        var events = Enumerable.Range(1, 6).SelectMany(seed => Sides(Series.Events(Series.Generated(seed, count: 4000)))).ToList();

        events.ShouldNotBeEmpty();

        static IEnumerable<int> Sides(IEnumerable<MarketEvent> all)
        {
            var sides = all.Where(e => e.Type == MarketEventTypes.VolatilityRegime).ToList();
            sides.Zip(sides.Skip(1)).ShouldAllBe(pair => pair.First.Side == -pair.Second.Side);
            sides.Where(e => e.Side == 1).ShouldAllBe(e => e.Feature("z") > 2);
            sides.Where(e => e.Side == -1).ShouldAllBe(e => e.Feature("z") < 1);
            return sides.Select(e => e.Side);
        }
    }
}
