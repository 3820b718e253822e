using System.Globalization;

namespace Sentinel.Agents;

/// <summary>Makes intents: prices come from the market and from distances, never from words.</summary>
internal static class Intents
{
    // Events that speak against a long and against a short, of those that detectors find.
    private static readonly string[] AgainstLong = [MarketEventTypes.BearTurn, MarketEventTypes.Drawdown, MarketEventTypes.FlashCrash];
    private static readonly string[] AgainstShort = [MarketEventTypes.BullTurn, MarketEventTypes.Recovery];

    public static bool Opens(TradeIntent intent) => intent.Direction is IntentDirection.Long or IntentDirection.Short;

    public static TradeIntent Hold(AgentBrief brief, string why, IReadOnlyList<string>? cites = null) => Still(brief, IntentDirection.Hold, why, cites);

    public static TradeIntent Flat(AgentBrief brief, string why, IReadOnlyList<string>? cites = null) => Still(brief, IntentDirection.Flat, why, cites);

    /// <summary>An entry at the market with its stop, target and what would end it; null when the distances fit no price.</summary>
    public static TradeIntent? Entry(AgentBrief brief, EntryPlan plan)
    {
        if (brief.Market is not { LastBar: { Close: > 0m } bar, Atr: { } atr } || !(atr > 0) || !(atr < (double)bar.Close))
        {
            return null;
        }

        var sign = plan.IsLong ? 1m : -1m;
        var distance = (decimal)(plan.StopAtr * atr);
        var stop = bar.Close - (sign * distance);
        var target = bar.Close + (sign * distance * (decimal)plan.RewardToRisk);
        if (distance <= 0m || stop <= 0m)
        {
            return null;
        }

        var against = plan.IsLong ? AgainstLong : AgainstShort;
        return new TradeIntent
        {
            Symbol = brief.Situation.Symbol,
            Direction = plan.IsLong ? IntentDirection.Long : IntentDirection.Short,
            Conviction = plan.Conviction,
            Horizon = plan.Horizon,
            Stop = stop,
            Target = target > 0m ? target : null,
            DesiredRisk = plan.Risk,
            ExpectedR = (plan.Conviction * plan.RewardToRisk) - (1 - plan.Conviction),
            Invalidation = plan.Invalidation ?? string.Create(
                CultureInfo.InvariantCulture, $"a close {(plan.IsLong ? "below" : "above")} {stop:0.########}, an event of {string.Join(" or ", against)}, or the end of the horizon"),
            InvalidationRules =
            [
                new InvalidationRule(plan.IsLong ? InvalidationKind.CloseBelow : InvalidationKind.CloseAbove, stop),
                .. against.Select(static type => new InvalidationRule(InvalidationKind.Event, EventType: type)),
                new InvalidationRule(InvalidationKind.Time),
            ],
            CitedMemoryIds = Known(brief, plan.Cites),
            Rationale = plan.Rationale,
        };
    }

    /// <summary>Those ids that stand in the context, each once, in their order.</summary>
    public static IReadOnlyList<string> Known(AgentBrief brief, IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Where(brief.Citable.Contains)];

    private static TradeIntent Still(AgentBrief brief, IntentDirection direction, string why, IReadOnlyList<string>? cites) => new()
    {
        Symbol = brief.Situation.Symbol, Direction = direction, Rationale = why, CitedMemoryIds = Known(brief, cites ?? []),
    };
}

/// <summary>What an entry is made of.</summary>
internal sealed record EntryPlan
{
    public required bool IsLong { get; init; }

    public required double Conviction { get; init; }

    public required decimal Risk { get; init; }

    public required double StopAtr { get; init; }

    public required TimeSpan Horizon { get; init; }

    public double RewardToRisk { get; init; } = 2;

    public string? Invalidation { get; init; }

    public IReadOnlyList<string> Cites { get; init; } = [];

    public string Rationale { get; init; } = "";
}
