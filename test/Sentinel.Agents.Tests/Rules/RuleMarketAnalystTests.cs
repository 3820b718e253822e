using Sentinel.Agents.Tests.Support;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Rules;

public sealed class RuleMarketAnalystTests
{
    [Theory]
    [InlineData(TrendState.Up, 0.4)]
    [InlineData(TrendState.Down, -0.4)]
    [InlineData(TrendState.Range, 0)]
    [InlineData(TrendState.Unknown, 0)]
    public async Task Analyse_ATrendAlone_LeansWithIt(TrendState trend, double lean) =>
        (await Analyse(Snapshot(new MarketRegime(trend, VolatilityState.Normal)))).Value!.Lean.ShouldBe(lean);

    [Theory]
    [InlineData(80, -0.4)]
    [InlineData(20, 0.4)]
    [InlineData(50, 0)]
    public async Task Analyse_ARange_LeansBackFromItsEnds(double rsi, double lean) =>
        (await Analyse(Snapshot(new MarketRegime(TrendState.Range, VolatilityState.Normal), 1, ("rsi14", rsi)))).Value!.Lean.ShouldBe(lean);

    [Fact]
    public async Task Analyse_Events_AreWeighedAndCited()
    {
        var output = await Analyse(Snapshot(), Event(MarketEventTypes.CusumDown), Event(MarketEventTypes.Jump, side: -1), Event(MarketEventTypes.VolumeSpike));

        output.Value!.Lean.ShouldBe(0.0, 1e-9);
        output.Value.Cites.ShouldBe(["evt-cusum_down", "evt-jump"]);
    }

    [Fact]
    public async Task Analyse_HighVolatility_IsLessSure()
    {
        var calm = await Analyse(Snapshot());
        var wild = await Analyse(Snapshot(new MarketRegime(TrendState.Up, VolatilityState.High)));

        wild.Value!.Confidence.ShouldBeLessThan(calm.Value!.Confidence);
    }

    [Fact]
    public async Task Analyse_WithoutARange_IsARecordedFailure()
    {
        var output = await Analyse(Snapshot(atr: null));

        output.Value.ShouldBeNull();
        output.Record.Failure.ShouldNotBeNull();
        output.Record.Output.ShouldBeEmpty();
    }

    private static Task<AgentOutput<MarketThesis>> Analyse(MarketSnapshot market, params MarketEvent[] events) =>
        new RuleMarketAnalyst().AnalyseAsync(Brief(Situation(market, null, events)));
}
