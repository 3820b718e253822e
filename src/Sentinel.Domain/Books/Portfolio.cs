namespace Sentinel;

/// <summary>What is held and owed at one time, marked at known prices. Everything derives from the ledger of fills.</summary>
public sealed record Portfolio
{
    /// <summary>The time, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Quote currency at hand.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Positions that are not zero, by symbol.</summary>
    public IReadOnlyList<PositionView> Positions { get; init; } = [];

    /// <summary>Cash and marked positions.</summary>
    public required decimal Equity { get; init; }

    /// <summary>Highest equity so far.</summary>
    public required decimal PeakEquity { get; init; }

    /// <summary>Equity at the start of this UTC day.</summary>
    public required decimal DayStartEquity { get; init; }

    /// <summary>Entries of this UTC day.</summary>
    public int EntriesToday { get; init; }

    /// <summary>Latest exits, newest first, as far back as the guards look.</summary>
    public IReadOnlyList<RecentExit> RecentExits { get; init; } = [];

    /// <summary>The position in a symbol, or null.</summary>
    public PositionView? Position(Symbol symbol) => Positions.FirstOrDefault(position => position.Symbol == symbol);
}

/// <summary>One position at one time.</summary>
/// <param name="Symbol">What is held.</param>
/// <param name="Quantity">How much; below zero is short.</param>
/// <param name="AverageCost">Average price paid with commission.</param>
/// <param name="Mark">The price it is valued at.</param>
/// <param name="Stop">Its protective stop, if any.</param>
/// <param name="OpenedAt">When it was opened, UTC.</param>
public sealed record PositionView(Symbol Symbol, decimal Quantity, decimal AverageCost, decimal Mark, decimal? Stop, DateTimeOffset OpenedAt)
{
    /// <summary>Quantity times mark.</summary>
    public decimal Value => Quantity * Mark;
}

/// <summary>A position that was closed.</summary>
/// <param name="Symbol">What was held.</param>
/// <param name="ClosedAt">When, UTC.</param>
/// <param name="Pnl">What it brought after fees.</param>
/// <param name="ByStop">Whether its stop closed it.</param>
public sealed record RecentExit(Symbol Symbol, DateTimeOffset ClosedAt, decimal Pnl, bool ByStop);
