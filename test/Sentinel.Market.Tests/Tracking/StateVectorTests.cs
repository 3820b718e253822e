namespace Sentinel.Market.Tests.Tracking;

public sealed class StateVectorTests
{
    [Theory]
    [InlineData(1000, 1)]
    [InlineData(0.001, 1)]
    [InlineData(1, 500)]
    public void State_AnotherScaleOfPriceOrVolume_IsTheSameSituation(double priceScale, double volumeScale)
    {
        // A coarse grid of prices would be a difference that is real.
        var bars = BarGenerator.Generate(new BarGeneratorOptions { Seed = 7, Count = 1200, Symbol = Series.Symbol, TickSize = 0.0000001m }).Bars;
        var scaled = bars.Select(bar => bar with
        {
            Open = bar.Open * (decimal)priceScale,
            High = bar.High * (decimal)priceScale,
            Low = bar.Low * (decimal)priceScale,
            Close = bar.Close * (decimal)priceScale,
            Volume = bar.Volume * (decimal)volumeScale,
        });

        var plain = Series.Track(bars);
        var other = Series.Track(scaled);

        other.SelectMany(update => update.Events).Select(e => (e.Type, e.Side, e.EventTime))
            .ShouldBe(plain.SelectMany(update => update.Events).Select(e => (e.Type, e.Side, e.EventTime)));
        foreach (var (left, right) in plain.Zip(other))
        {
            for (var i = 0; i < StateVector.Names.Count; i++)
            {
                var (a, b) = (left.Snapshot.State.Values[i], right.Snapshot.State.Values[i]);
                (double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-6 * Math.Max(1, Math.Abs(a))).ShouldBeTrue($"{StateVector.Names[i]}: {a} {b}");
            }
        }
    }

    [Fact]
    public void State_AWarmMarket_HasTheMarketsFeaturesAndNotThePositions()
    {
        var state = Series.Track(Series.Generated(seed: 8, count: 400))[^1].Snapshot.State;

        state.Values.Count.ShouldBe(StateVector.Names.Count);
        for (var i = 0; i < StateVector.Names.Count; i++)
        {
            double.IsNaN(state.Values[i]).ShouldBe(StateVector.Names[i] is "funding" or "position_r" or "streak", StateVector.Names[i]);
        }
    }

    [Fact]
    public void State_Moves_AreInAverageTrueRanges()
    {
        var bars = Series.Generated(seed: 9, count: 100);
        var snapshot = Series.Track(bars)[^1].Snapshot;

        snapshot.State.Values[0].ShouldBe((double)(bars[^1].Close - bars[^2].Close) / snapshot.Atr!.Value, 1e-9);
        snapshot.State.Values[1].ShouldBe((double)(bars[^1].Close - bars[^6].Close) / snapshot.Atr!.Value, 1e-9);
        snapshot.State.Values[2].ShouldBe((double)(bars[^1].Close - bars[^21].Close) / snapshot.Atr!.Value, 1e-9);
    }
}
