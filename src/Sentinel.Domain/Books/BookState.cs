namespace Sentinel;

/// <summary>The sums of one symbol's book after a fill. A value: the state before a late fill is kept and put back.</summary>
internal readonly record struct BookState
{
    /// <summary>Signed.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Signed cost of the open lots, first in first out.</summary>
    public decimal FifoCost { get; init; }

    /// <summary>Signed cost of the open quantity by the average cost method.</summary>
    public decimal AverageCost { get; init; }

    /// <summary>Fees of the open quantity by the average cost method.</summary>
    public decimal AverageFees { get; init; }

    /// <summary>What closed lots brought before fees.</summary>
    public decimal FifoRealised { get; init; }

    /// <summary>What closed quantities brought before fees by the average cost method.</summary>
    public decimal AverageRealised { get; init; }

    /// <summary>The position since it left zero.</summary>
    public PositionSums Open { get; init; }
}

/// <summary>What a position has seen since it left zero.</summary>
/// <param name="OpenedAt">When it did.</param>
/// <param name="OrderId">By which order.</param>
/// <param name="Entered">Quantity entered.</param>
/// <param name="EnteredValue">Its price times quantity.</param>
/// <param name="Exited">Quantity closed.</param>
/// <param name="ExitedValue">Its price times quantity.</param>
/// <param name="Fees">Fees so far.</param>
/// <param name="Peak">Most open at once.</param>
internal readonly record struct PositionSums(
    DateTimeOffset OpenedAt, string OrderId, decimal Entered, decimal EnteredValue, decimal Exited, decimal ExitedValue, decimal Fees, decimal Peak);

/// <summary>One applied fill and what it takes to undo it.</summary>
/// <param name="Fill">The fill.</param>
/// <param name="Before">The sums before it.</param>
/// <param name="Head">The first open lot before it.</param>
/// <param name="HeadLot">The lot that stood at the head afterwards, as it was before; null when there was none.</param>
/// <param name="Lots">Count of lots before it.</param>
/// <param name="RoundTrips">Count of round trips before it.</param>
/// <param name="Closed">Count of closed positions before it.</param>
/// <param name="IsEntry">Whether it opened or enlarged a position.</param>
internal sealed record AppliedFill(Fill Fill, BookState Before, int Head, (int Index, Lot Lot)? HeadLot, int Lots, int RoundTrips, int Closed, bool IsEntry);
