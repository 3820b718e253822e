namespace Sentinel;

/// <summary>The codes of the risk gate, in the order of their evaluation.</summary>
public static class GateCodes
{
    /// <summary>A person or a halt stopped trading.</summary>
    public const string KillSwitch = "KILL_SWITCH";

    /// <summary>The last bar is older than two intervals.</summary>
    public const string DataStale = "DATA_STALE";

    /// <summary>Holdings or mandate are missing.</summary>
    public const string StateUnknown = "STATE_UNKNOWN";

    /// <summary>The symbol is not allowed.</summary>
    public const string SymbolForbidden = "SYMBOL_FORBIDDEN";

    /// <summary>Short is not allowed.</summary>
    public const string SideForbidden = "SIDE_FORBIDDEN";

    /// <summary>Outside the allowed hours.</summary>
    public const string HoursForbidden = "HOURS_FORBIDDEN";

    /// <summary>No protective stop.</summary>
    public const string StopRequired = "STOP_REQUIRED";

    /// <summary>A stop moved away from the price.</summary>
    public const string StopWidened = "STOP_WIDENED";

    /// <summary>A limit far from the last price.</summary>
    public const string PriceInsane = "PRICE_INSANE";

    /// <summary>Below the venue's smallest value.</summary>
    public const string MinNotional = "MIN_NOTIONAL";

    /// <summary>Not on the price grid.</summary>
    public const string Tick = "TICK";

    /// <summary>Not on the quantity grid.</summary>
    public const string Lot = "LOT";

    /// <summary>The loss at the stop is too large.</summary>
    public const string RiskPerTrade = "RISK_PER_TRADE";

    /// <summary>The position would be too large.</summary>
    public const string MaxPosition = "MAX_POSITION";

    /// <summary>All positions together would be too large.</summary>
    public const string MaxGross = "MAX_GROSS";

    /// <summary>Too much borrowed.</summary>
    public const string MaxLeverage = "MAX_LEVERAGE";

    /// <summary>Too much in assets that move together.</summary>
    public const string CorrelatedExposure = "CORR_EXPOSURE";

    /// <summary>Too little cash would stay.</summary>
    public const string CashFloor = "CASH_FLOOR";

    /// <summary>The day's loss is at its limit.</summary>
    public const string DailyLoss = "DAILY_LOSS";

    /// <summary>The fall from the peak is at its limit.</summary>
    public const string DrawdownHalt = "DRAWDOWN_HALT";

    /// <summary>The day's entries are used up.</summary>
    public const string MaxTradesDay = "MAX_TRADES_DAY";

    /// <summary>Too soon after a stop.</summary>
    public const string Cooldown = "COOLDOWN";

    /// <summary>Too many stops in a window.</summary>
    public const string StopLossGuard = "STOPLOSS_GUARD";

    /// <summary>The symbol loses.</summary>
    public const string LowProfitSymbol = "LOW_PROFIT_SYMBOL";

    /// <summary>Too soon after an exit.</summary>
    public const string ReentryLock = "REENTRY_LOCK";

    /// <summary>The market is overheated (optional rule).</summary>
    public const string Congestion = "CONGESTION";

    /// <summary>The intent itself makes no sense: a number that is none, a stop on the wrong side. Said before any rule of the gate.</summary>
    public const string IntentInvalid = "INTENT_INVALID";

    /// <summary>Every code, in the order of evaluation.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        IntentInvalid, KillSwitch, DataStale, StateUnknown, SymbolForbidden, SideForbidden, HoursForbidden, StopRequired, StopWidened, PriceInsane,
        MinNotional, Tick, Lot, RiskPerTrade, MaxPosition, MaxGross, MaxLeverage, CorrelatedExposure, CashFloor, DailyLoss, DrawdownHalt, MaxTradesDay,
        Cooldown, StopLossGuard, LowProfitSymbol, ReentryLock, Congestion,
    ];
}
