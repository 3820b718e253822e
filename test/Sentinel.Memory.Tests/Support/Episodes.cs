namespace Sentinel.Memory.Tests;

/// <summary>Episodes and outcomes without a whole memory.</summary>
internal static class Episodes
{
    public static Episode Make(int hour, StateVector state, string? type = null, int side = -1, MarketRegime? regime = null, Symbol? symbol = null) => new()
    {
        Id = $"epi-{hour:00000}-{symbol ?? Tests.Make.Btc}",
        DecisionId = $"dec-{hour:00000}-{symbol ?? Tests.Make.Btc}",
        Symbol = symbol ?? Tests.Make.Btc,
        EventTime = Tests.Make.At(hour),
        KnownAt = Tests.Make.At(hour),
        Events = type is null ? [] : [new MarketEventRef($"e{hour}", type, side, 1, Tests.Make.At(hour))],
        Regime = regime ?? new MarketRegime(TrendState.Up, VolatilityState.Normal),
        State = state,
        Exposure = 1,
        Direction = IntentDirection.Long,
    };

    public static Outcome Ended(Episode episode, double r, int after = 5, OutcomeHorizon horizon = OutcomeHorizon.Bars5) => new()
    {
        Id = Outcome.MakeId(episode.DecisionId, horizon),
        DecisionId = episode.DecisionId,
        Symbol = episode.Symbol,
        Horizon = horizon,
        Exposure = 1,
        Raw = r / 100,
        RMultiple = r,
        MoveAtr = r,
        HorizonEnd = episode.KnownAt.AddHours(after),
        SettledAt = episode.KnownAt.AddHours(after),
    };
}
