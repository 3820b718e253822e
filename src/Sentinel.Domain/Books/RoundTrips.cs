namespace Sentinel;

/// <summary>Round trips of a list of fills: matched first in first out, partial closings and flips included, each fee shared out to the last decimal.</summary>
public static class RoundTrips
{
    /// <summary>Closed lots of all symbols, in the order of their closing. Fills may come in any order and more than once.</summary>
    /// <exception cref="FillConflictException">Two fills have one id and different contents.</exception>
    public static IReadOnlyList<RoundTrip> FromFills(IEnumerable<Fill> fills) => Book(fills).RoundTrips();

    /// <summary>Positions from zero to zero of all symbols, in the order of their closing.</summary>
    /// <exception cref="FillConflictException">Two fills have one id and different contents.</exception>
    public static IReadOnlyList<ClosedPosition> Positions(IEnumerable<Fill> fills) => Book(fills).ClosedPositions();

    private static TradeLedger Book(IEnumerable<Fill> fills)
    {
        ArgumentNullException.ThrowIfNull(fills);
        var ledger = new TradeLedger(0);
        // Sorted first: a file that is newest first would otherwise undo everything for each line.
        ledger.Apply(fills.Order(Comparer<Fill>.Create(FillOrder.Compare)));
        return ledger;
    }
}
