namespace Sentinel;

/// <summary>
/// The trader's hard limits. Set by a person only, versioned, in force from <see cref="KnownAt"/>. Shares are parts of equity (0.02 is 2 %); null is no limit.
/// </summary>
public sealed record Mandate
{
    /// <summary>Counts up with each change, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>From when it holds, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The only symbols allowed; empty for all.</summary>
    public IReadOnlyList<Symbol> AllowedSymbols { get; init; } = [];

    /// <summary>Symbols never to trade.</summary>
    public IReadOnlyList<Symbol> ForbiddenSymbols { get; init; } = [];

    /// <summary>Whether positions below zero are allowed.</summary>
    public bool ShortAllowed { get; init; }

    /// <summary>Whether each entry needs a protective stop.</summary>
    public bool StopRequired { get; init; } = true;

    /// <summary>Largest gross exposure over equity.</summary>
    public decimal? MaxLeverage { get; init; } = 1m;

    /// <summary>Largest value of one position, as a part of equity.</summary>
    public decimal? MaxPosition { get; init; } = 0.5m;

    /// <summary>Largest sum of positions' absolute values, as a part of equity.</summary>
    public decimal? MaxGross { get; init; } = 1m;

    /// <summary>Largest loss at the stop of one trade, as a part of equity.</summary>
    public decimal? MaxRiskPerTrade { get; init; } = 0.02m;

    /// <summary>Loss of one UTC day, realised and not, that halts until the next.</summary>
    public decimal? MaxDailyLoss { get; init; } = 0.05m;

    /// <summary>Fall from the peak of equity that halts until a person resumes.</summary>
    public decimal? MaxDrawdown { get; init; } = 0.25m;

    /// <summary>Entries a UTC day.</summary>
    public int? MaxTradesPerDay { get; init; }

    /// <summary>Cash that must stay, as a part of equity.</summary>
    public decimal? CashFloor { get; init; }

    /// <summary>First UTC hour at which entries are allowed, 0-23; with <see cref="LastHour"/>, or neither.</summary>
    public int? FirstHour { get; init; }

    /// <summary>Last UTC hour at which entries are allowed, 0-23, itself included; below the first it wraps around midnight.</summary>
    public int? LastHour { get; init; }
}
