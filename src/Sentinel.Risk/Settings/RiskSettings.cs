namespace Sentinel.Risk;

/// <summary>The house's rules, which hold for every trader beside the trader's own mandate. Durations are in bars.</summary>
public sealed record RiskSettings
{
    /// <summary>Bars after which data is stale.</summary>
    public int StaleAfterBars { get; init; } = 2;

    /// <summary>
    /// How far every price may move between the check and the fill, as a part of it (0.005 is 0.5 %), costs of spread and slippage in it. Limits hold at the
    /// fill for moves up to this; it is also what keeps a position a little below its limit.
    /// </summary>
    public decimal PriceMoveAllowance { get; init; } = 0.005m;

    /// <summary>Largest gross exposure over equity, whatever a mandate says: 1 is no borrowing.</summary>
    public decimal LeverageCeiling { get; init; } = 1m;

    /// <summary>How far a limit may be from the last price, in average true ranges.</summary>
    public decimal LimitDistanceAtr { get; init; } = 10m;

    /// <summary>How far a limit may be from the last price, as a part of it.</summary>
    public decimal LimitDistance { get; init; } = 0.2m;

    /// <summary>Largest value of assets that move together, as a part of equity; null is no limit.</summary>
    public decimal? MaxCorrelated { get; init; } = 1m;

    /// <summary>From which correlation on assets move together.</summary>
    public double CorrelatedFrom { get; init; } = 0.8;

    /// <summary>Pauses after losses and exits.</summary>
    public GuardSettings Guards { get; init; } = new();

    /// <summary>Whether an overheated market scales and vetoes entries; null is off.</summary>
    public CongestionSettings? Congestion { get; init; }

    /// <summary>How orders are sized.</summary>
    public SizingSettings Sizing { get; init; } = new();
}

/// <summary>The guards, in the manner of freqtrade's protections. Null or 0 turns one off.</summary>
public sealed record GuardSettings
{
    /// <summary>No guard at all.</summary>
    public static GuardSettings None { get; } = new() { CooldownBars = 0, StopLossCount = 0, LowProfitTrades = 0, ReentryBars = 0 };

    /// <summary>Bars without an entry in a symbol after its stop closed a position.</summary>
    public int CooldownBars { get; init; } = 2;

    /// <summary>How many stops in <see cref="StopLossWindowBars"/> pause all entries.</summary>
    public int StopLossCount { get; init; } = 4;

    /// <summary>The window in which stops count.</summary>
    public int StopLossWindowBars { get; init; } = 24;

    /// <summary>How long the pause is, from the last of the stops.</summary>
    public int StopLossPauseBars { get; init; } = 4;

    /// <summary>From how many exits in <see cref="LowProfitWindowBars"/> on a symbol is judged.</summary>
    public int LowProfitTrades { get; init; } = 4;

    /// <summary>The window in which exits count.</summary>
    public int LowProfitWindowBars { get; init; } = 48;

    /// <summary>What the exits together have to bring, as a part of equity.</summary>
    public decimal LowProfitRequired { get; init; } = -0.01m;

    /// <summary>How long the pause is, from the last of the exits.</summary>
    public int LowProfitPauseBars { get; init; } = 12;

    /// <summary>Bars without an entry in a symbol after any exit from it.</summary>
    public int ReentryBars { get; init; } = 1;
}

/// <summary>When an overheated market is no place to enter: <see cref="CongestionScore"/> below the veto denies, between the two it scales.</summary>
public sealed record CongestionSettings
{
    /// <summary>Below it no entry.</summary>
    public double Veto { get; init; } = 0.3;

    /// <summary>From it on nothing is scaled.</summary>
    public double Full { get; init; } = 0.8;
}

/// <summary>How the sizer reckons.</summary>
public sealed record SizingSettings
{
    /// <summary>Volatility a position may bring, a year, as a part of equity (0.4 is 40 %).</summary>
    public double TargetVolatility { get; init; } = 0.4;

    /// <summary>Risk at the stop where an intent wishes none, as a part of equity.</summary>
    public decimal DefaultRisk { get; init; } = 0.01m;

    /// <summary>The part of Kelly's fraction that is used, at most 0.25.</summary>
    public double KellyLambda { get; init; } = 0.25;

    /// <summary>Largest risk that Kelly may ask for, as a part of equity.</summary>
    public double KellyCap { get; init; } = 0.05;

    /// <summary>Effective sample size from which Kelly speaks, at least 30.</summary>
    public double KellyMinSample { get; init; } = 30;

    /// <summary>Largest part of the last bar's volume that an order may be.</summary>
    public decimal MaxParticipation { get; init; } = 0.025m;
}
