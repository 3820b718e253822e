namespace Sentinel.Persona;

/// <summary>
/// The lots of one symbol, first in first out. A lot may have no known cost (held before the history began): closing it gives no result.
/// </summary>
internal sealed class PositionBook(Symbol symbol)
{
    private readonly Queue<Lot> _lots = new();
    private decimal _cost;
    private bool _costUnknown;

    public Symbol Symbol { get; } = symbol;

    /// <summary>Below zero is short.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Identifies the position that is open, or was last: from flat to flat.</summary>
    public int PositionId { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? LastExit { get; private set; }

    public bool IsLong => Quantity > 0;

    /// <summary>The stop of the first entry that had one.</summary>
    public decimal? Stop { get; set; }

    public string EntryFillId { get; private set; } = "";

    public decimal? LastEntryQuantity { get; set; }

    public (decimal Price, DateTimeOffset Time)? LastTrade { get; set; }

    /// <summary>What was closed and not yet counted.</summary>
    public Closings Closed { get; private set; } = new();

    /// <summary>Average cost with commission, which closing a part does not change; null when some of the position's cost is unknown.</summary>
    public decimal? AverageCost => Quantity == 0 || _costUnknown ? null : _cost / Math.Abs(Quantity);

    /// <summary>Starts or grows the position.</summary>
    public void Open(bool isLong, decimal quantity, decimal? price, decimal feePerUnit, DateTimeOffset time, string fillId, Func<int> nextPosition)
    {
        if (Quantity == 0)
        {
            (PositionId, OpenedAt, EntryFillId, Stop, LastEntryQuantity) = (nextPosition(), time, fillId, null, null);
            (_cost, _costUnknown) = (0, false);
        }

        _lots.Enqueue(new Lot(quantity, price, feePerUnit, time));
        _cost += quantity * ((price ?? 0) + (isLong ? feePerUnit : -feePerUnit));
        _costUnknown |= price is null;
        Quantity += isLong ? quantity : -quantity;
    }

    /// <summary>Closes a part that is not larger than the position.</summary>
    public void Close(decimal quantity, decimal? price, decimal feePerUnit, DateTimeOffset time, string fillId)
    {
        var left = quantity;
        _cost -= _cost / Math.Abs(Quantity) * quantity;
        while (left > 0)
        {
            var lot = _lots.Peek();
            var part = Math.Min(left, lot.Quantity);
            if (lot.Price is { } entry && price is { } exit)
            {
                Closed.Add(part, entry, exit, (lot.FeePerUnit + feePerUnit) * part, IsLong, lot.Time, time, fillId);
            }

            left -= part;
            lot.Quantity -= part;
            if (lot.Quantity == 0)
            {
                _lots.Dequeue();
            }
        }

        Quantity -= IsLong ? quantity : -quantity;
        if (price is not null)
        {
            LastExit = time;
        }
    }

    /// <summary>Hands over what was closed.</summary>
    public Closings TakeClosed()
    {
        var closed = Closed;
        Closed = new Closings();
        return closed;
    }

    private sealed class Lot(decimal quantity, decimal? price, decimal feePerUnit, DateTimeOffset time)
    {
        public decimal Quantity { get; set; } = quantity;

        public decimal? Price { get; } = price;

        public decimal FeePerUnit { get; } = feePerUnit;

        public DateTimeOffset Time { get; } = time;
    }
}

/// <summary>Sums over closings of one position.</summary>
internal sealed class Closings
{
    public decimal Quantity { get; private set; }

    public decimal Pnl { get; private set; }

    public decimal Fees { get; private set; }

    public decimal EntryValue { get; private set; }

    public decimal ExitValue { get; private set; }

    public double HoursTimesQuantity { get; private set; }

    public DateTimeOffset FirstEntry { get; private set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset LastExit { get; private set; }

    public string ExitFillId { get; private set; } = "";

    public void Add(decimal quantity, decimal entry, decimal exit, decimal fees, bool isLong, DateTimeOffset entered, DateTimeOffset exited, string fillId)
    {
        Quantity += quantity;
        Pnl += ((exit - entry) * quantity * (isLong ? 1 : -1)) - fees;
        Fees += fees;
        EntryValue += entry * quantity;
        ExitValue += exit * quantity;
        HoursTimesQuantity += (exited - entered).TotalHours * (double)quantity;
        FirstEntry = entered < FirstEntry ? entered : FirstEntry;
        (LastExit, ExitFillId) = (exited, fillId);
    }
}
