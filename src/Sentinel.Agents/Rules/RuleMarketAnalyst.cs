using System.Globalization;

namespace Sentinel.Agents;

/// <summary>Leans by trend, momentum, overextension in a range, and the events that became known.</summary>
public sealed class RuleMarketAnalyst : IMarketAnalyst
{
    private const double TrendLean = 0.4;
    private const double MomentumLean = 0.3;
    private const double MomentumFullAtr = 8;
    private const double RangeLean = 0.4;
    private const double HighVolatilityDoubt = 0.8;

    /// <inheritdoc/>
    public Task<AgentOutput<MarketThesis>> AnalyseAsync(AgentBrief brief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return Task.FromResult(brief.Market is { LastBar: not null, Atr: > 0 }
            ? RuleRecord.Of(AgentNames.MarketAnalyst, Analyse(brief), AgentJson.Default.MarketThesis)
            : RuleRecord.Failed<MarketThesis>(AgentNames.MarketAnalyst, "there are not enough bars"));
    }

    private static MarketThesis Analyse(AgentBrief brief)
    {
        var market = brief.Market;
        var trend = market.Regime.Trend switch { TrendState.Up => TrendLean, TrendState.Down => -TrendLean, _ => 0 };
        var momentum = Feature(market.State, "r20_atr") is { } move ? MomentumLean * Math.Clamp(move / MomentumFullAtr, -1, 1) : 0;
        var range = market.Regime.Trend is TrendState.Range && market.Indicator("rsi14") is { } rsi ? rsi switch { > 70 => -RangeLean, < 30 => RangeLean, _ => 0 } : 0;
        var events = brief.Situation.Events.Sum(EventWeights.Of);
        var lean = Math.Clamp(trend + momentum + range + events, -1, 1);
        var confidence = Math.Abs(lean) * (market.Regime.Volatility is VolatilityState.High ? HighVolatilityDoubt : 1);
        var cites = brief.Situation.Events.Where(static found => EventWeights.Of(found) != 0).Select(static found => found.Id);
        return new MarketThesis(
            Math.Round(lean, 4),
            Math.Round(confidence, 4),
            string.Create(CultureInfo.InvariantCulture, $"{market.Regime}: trend {trend:+0.00;-0.00;0}, momentum {momentum:+0.00;-0.00;0}, range {range:+0.00;-0.00;0}, events {events:+0.00;-0.00;0}"),
            Intents.Known(brief, cites));
    }

    private static double? Feature(StateVector state, string name)
    {
        for (var at = 0; at < StateVector.Names.Count && at < state.Values.Count; at++)
        {
            if (string.Equals(StateVector.Names[at], name, StringComparison.Ordinal))
            {
                return double.IsFinite(state.Values[at]) ? state.Values[at] : null;
            }
        }

        return null;
    }
}
