namespace Sentinel;

/// <summary>A position from leaving zero to coming back (or to passing through it), however many fills it took.</summary>
public sealed record ClosedPosition
{
    /// <summary>What was held.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Whether it was long.</summary>
    public required bool IsLong { get; init; }

    /// <summary>All that was entered.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The most that was open at once.</summary>
    public required decimal PeakQuantity { get; init; }

    /// <summary>When it left zero, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was back, UTC.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Average price of its entries.</summary>
    public required decimal EntryPrice { get; init; }

    /// <summary>Average price of its exits.</summary>
    public required decimal ExitPrice { get; init; }

    /// <summary>All its fees.</summary>
    public required decimal Fees { get; init; }

    /// <summary>What it brought, fees taken off: exact, not from the averages.</summary>
    public required decimal Pnl { get; init; }

    /// <summary>The order that opened it.</summary>
    public required string EntryOrderId { get; init; }

    /// <summary>The order that closed it.</summary>
    public required string ExitOrderId { get; init; }

    /// <summary>Whether a stop order closed it.</summary>
    public required bool ByStop { get; init; }
}
