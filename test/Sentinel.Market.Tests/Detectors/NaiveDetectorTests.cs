namespace Sentinel.Market.Tests.Detectors;

/// <summary>The stream finds what the definitions say, in markets calm and wild.</summary>
public sealed class NaiveDetectorTests
{
    public static TheoryData<int, MarketWorld> Markets => new()
    {
        { 1, MarketWorld.Planted }, { 2, MarketWorld.Planted }, { 3, MarketWorld.Null }, { 4, MarketWorld.Planted }, { 5, MarketWorld.Null },
    };

    [Theory]
    [MemberData(nameof(Markets))]
    public void Update_AGeneratedMarket_ReportsWhatTheDefinitionsSay(int seed, MarketWorld world)
    {
        var bars = Series.Generated(seed, 900, TimeSpan.FromDays(1), world);
        var naive = new NaiveDetectors(bars);
        var updates = Series.Track(bars);
        var events = updates.SelectMany((update, bar) => update.Events.Select(e => (Bar: bar, Event: e))).ToList();

        Bars(MarketEventTypes.AtrShock).ShouldBe(naive.AtrShocks());
        Bars(MarketEventTypes.Jump).ShouldBe(naive.Jumps());
        Bars(MarketEventTypes.VolumeSpike).ShouldBe(naive.VolumeSpikes());
        Sides(MarketEventTypes.VolatilityRegime).ShouldBe(naive.VolatilityRegimes());
        Sides(MarketEventTypes.CusumUp, MarketEventTypes.CusumDown).ShouldBe(naive.Cusums());
        events.Where(e => e.Event.Type == MarketEventTypes.Drawdown).Select(e => (e.Bar, e.Event.Feature("depth"))).ShouldBe(naive.Drawdowns());
        Bars(MarketEventTypes.NewLow).ShouldBe(naive.NewLows());
        updates.Select((update, bar) => (bar, update.Snapshot.Regime.Trend, update.Snapshot.Regime.Volatility)).ShouldBe(naive.Regimes(confirmation: 3));

        IEnumerable<int> Bars(string type) => events.Where(e => e.Event.Type == type).Select(e => e.Bar);

        IEnumerable<(int, int)> Sides(params string[] types) => events.Where(e => types.Contains(e.Event.Type)).Select(e => (e.Bar, e.Event.Side));
    }

    [Fact]
    public void Markets_Together_HoldEveryKindOfEvent()
    {
        var types = Markets.SelectMany(row => Series.Events(Series.Generated(row.Data.Item1, 900, TimeSpan.FromDays(1), row.Data.Item2))).Select(e => e.Type).Distinct();

        types.Order(StringComparer.Ordinal).ShouldBe(
        [
            MarketEventTypes.AtrShock, MarketEventTypes.BearTurn, MarketEventTypes.BullTurn, MarketEventTypes.CusumDown, MarketEventTypes.CusumUp,
            MarketEventTypes.Drawdown, MarketEventTypes.Jump, MarketEventTypes.NewLow, MarketEventTypes.Recovery, MarketEventTypes.RegimeChange,
            MarketEventTypes.VolatilityRegime, MarketEventTypes.VolumeSpike,
        ]);
    }
}
