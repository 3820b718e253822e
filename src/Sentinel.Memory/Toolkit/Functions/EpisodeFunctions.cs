using System.ComponentModel;

namespace Sentinel.Memory;

/// <summary>What a model may ask about the past and about an intent.</summary>
internal sealed class EpisodeFunctions(IMemoryToolkit toolkit, Func<DateTimeOffset> asOf)
{
    public async Task<ToolResult<ToolEpisodes>> RecallEpisodesAsync(
        [Description("Words to search by; leave out to search by the market's active events.")] string? query = null,
        [Description("How many, 1-20.")] int k = 6,
        [Description("Only this symbol.")] string? symbol = null,
        [Description("Only with one of these event types.")] string[]? event_types = null,
        [Description("Only in this regime, as trend/volatility, for example down/high.")] string? regime = null,
        [Description("Only known at or after this instant.")] DateTimeOffset? since = null,
        CancellationToken cancellationToken = default)
    {
        if (!Symbols.TryRead(symbol, out var market) || !TryRegime(regime, out var wanted))
        {
            return new ToolResult<ToolEpisodes>(asOf(), [], [], 0, NoneFound.Filtered);
        }

        var request = new EpisodeRequest { Query = query, K = k, Symbol = market, EventTypes = event_types ?? [], Regime = wanted, Since = since };
        var result = await toolkit.RecallEpisodesAsync(asOf(), request, cancellationToken).ConfigureAwait(false);
        return new ToolResult<ToolEpisodes>(result.AsOf, [.. result.Items.Select(ToolEpisodes.Of)], result.Ids, result.Tokens, result.NoneFound);
    }

    public Task<ToolResult<DecisionSummary>> RecallDecisionsAsync(
        [Description("Only this symbol.")] string? symbol = null,
        [Description("How many, 1-20.")] int k = 5,
        CancellationToken cancellationToken = default) =>
        Symbols.TryRead(symbol, out var market)
            ? toolkit.RecallDecisionsAsync(asOf(), market, k, cancellationToken)
            : ToolResults.None<DecisionSummary>(asOf(), NoneFound.Filtered);

    public Task<ToolResult<IntentCheck>> CheckIntentAsync(
        [Description("The symbol.")] string symbol,
        [Description("long, short, flat or hold.")] string direction,
        [Description("How sure, 0-1.")] double conviction = 0.5,
        [Description("Where the view is wrong.")] decimal? stop = null,
        [Description("Where the view has come true.")] decimal? target = null,
        [Description("Hours the view is meant to hold.")] double horizon_hours = 24,
        CancellationToken cancellationToken = default)
    {
        if (!Symbol.TryParse(symbol, out var market) || !Enum.TryParse<IntentDirection>(direction, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
        {
            return ToolResults.None<IntentCheck>(asOf(), NoneFound.Filtered);
        }

        var intent = new TradeIntent
        {
            Symbol = market,
            Direction = wanted,
            Conviction = double.IsFinite(conviction) ? Math.Clamp(conviction, 0, 1) : 0,
            Stop = stop,
            Target = target,
            Horizon = double.IsFinite(horizon_hours) ? TimeSpan.FromHours(Math.Clamp(horizon_hours, 0, 24 * 365)) : TimeSpan.Zero,
        };
        return toolkit.CheckIntentAsync(asOf(), intent, cancellationToken);
    }

    public async Task<ToolResult<ToolWhy>> WhyAsync([Description("The decision's id.")] string decision_id, CancellationToken cancellationToken = default)
    {
        var result = await toolkit.WhyAsync(asOf(), decision_id, cancellationToken).ConfigureAwait(false);
        return new ToolResult<ToolWhy>(result.AsOf, [.. result.Items.Select(ToolWhy.Of)], result.Ids, result.Tokens, result.NoneFound);
    }

    private static bool TryRegime(string? text, out MarketRegime? regime)
    {
        regime = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (text.Split('/') is not [var trend, var volatility]
            || !Enum.TryParse<TrendState>(trend, ignoreCase: true, out var direction)
            || !Enum.TryParse<VolatilityState>(volatility, ignoreCase: true, out var strength))
        {
            return false;
        }

        regime = new MarketRegime(direction, strength);
        return true;
    }
}
