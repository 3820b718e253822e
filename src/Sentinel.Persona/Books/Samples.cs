namespace Sentinel.Persona;

/// <summary>The closings of one position within one UTC day: the unit in which results are counted, because parts of one exit are no evidence of their own.</summary>
internal sealed record Trip
{
    public required Symbol Symbol { get; init; }

    public required bool IsLong { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>Weighted by quantity over the lots closed, first in first out.</summary>
    public required double HeldHours { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required DateTimeOffset ExitedAt { get; init; }

    public required decimal Pnl { get; init; }

    public required decimal Fees { get; init; }

    public required decimal EntryValue { get; init; }

    /// <summary>Loss at the stop of what was closed; null without a stop.</summary>
    public decimal? Risk { get; init; }

    /// <summary>Whether a losing exit was worse than the stop; null for winners and without a stop.</summary>
    public bool? BeyondStop { get; init; }

    /// <summary>Whether the stop was moved away from the price; null without one.</summary>
    public bool? StopWidened { get; init; }

    public required int PositionId { get; init; }

    public required string EntryFillId { get; init; }

    public required string ExitFillId { get; init; }

    public required DateTimeOffset KnownAt { get; init; }
}

/// <summary>One order that opened a position or added to it, with what was known when it traded.</summary>
internal sealed record Entry
{
    public required Symbol Symbol { get; init; }

    public required bool IsLong { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required decimal Price { get; init; }

    public required decimal Quantity { get; init; }

    public decimal Value => Price * Quantity;

    public required bool IsAdd { get; init; }

    /// <summary>For an add: whether it was at a worse mark than the average cost; null when that cost is unknown.</summary>
    public bool? AgainstAverage { get; init; }

    /// <summary>For an add: its quantity over that of the entry before.</summary>
    public double? SizeRatio { get; init; }

    public decimal? Equity { get; init; }

    public double? Drawdown { get; init; }

    /// <summary>Whether its order was seen, so that having no stop is known and not only unseen.</summary>
    public bool OrderKnown { get; init; }

    public decimal? Stop { get; init; }

    public MarketAtEntry Market { get; init; }

    public PastAtEntry Past { get; init; }

    public required string FillId { get; init; }

    public required DateTimeOffset KnownAt { get; init; }
}

/// <summary>The market when an entry was made, from bars closed by then; null where there are not enough.</summary>
internal readonly record struct MarketAtEntry(
    double? Return1d, double? Return5d, bool? Breakout, double? Stretch, double? Atr, double? Sigma, bool? AfterExtremeDay);

/// <summary>What the trader had just been through when an entry was made.</summary>
internal readonly record struct PastAtEntry(bool? PreviousLost, DateTimeOffset? PreviousExit, int WinStreak, DateTimeOffset? SameSymbolExit);

/// <summary>One position on a day with a sale, that was or could have been closed.</summary>
internal sealed record Opportunity(Symbol Symbol, int PositionId, bool IsGain, bool IsRealised, string SourceId, DateTimeOffset KnownAt);

/// <summary>A position with a stop that stood at some R at the end of a day, and whether it was closed on the next.</summary>
internal sealed record ExitChance(double R, bool IsClosed, string SourceId, DateTimeOffset KnownAt);

/// <summary>One UTC day that has ended.</summary>
internal sealed record TradingDay
{
    public required DateTimeOffset Start { get; init; }

    public required int Entries { get; init; }

    public required decimal Bought { get; init; }

    public required decimal Sold { get; init; }

    public decimal? Equity { get; init; }

    public double? Return { get; init; }

    /// <summary>Absolute values of positions over equity at the end of the day.</summary>
    public double? Gross { get; init; }

    /// <summary>Values with sign over equity.</summary>
    public double? Net { get; init; }

    public DateTimeOffset KnownAt => Start + TimeSpan.FromDays(1);
}
