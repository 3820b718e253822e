namespace Sentinel.Persona;

/// <summary>An entry whose order may still trade more.</summary>
internal sealed class PendingEntry(Fill first, decimal quantity, bool isLong)
{
    private decimal _quantity = quantity;
    private decimal _value = quantity * first.Price;

    public bool IsAdd { get; init; }

    public bool? AgainstAverage { get; init; }

    public decimal? Equity { get; init; }

    public double? Drawdown { get; init; }

    public MarketAtEntry Market { get; init; }

    public PastAtEntry Past { get; init; }

    /// <summary>Takes another fill of the same order; false when it is another's.</summary>
    public bool Grow(Fill fill, decimal more, bool sameSide)
    {
        if (sameSide != isLong || fill.ClientOrderId.Length == 0 || !string.Equals(fill.ClientOrderId, first.ClientOrderId, StringComparison.Ordinal))
        {
            return false;
        }

        _quantity += more;
        _value += more * fill.Price;
        return true;
    }

    public Entry Finish(OrderLog orders, TimeSpan stopWithin, decimal? previousQuantity, DateTimeOffset knownAt) => new()
    {
        Symbol = first.Symbol,
        IsLong = isLong,
        Time = first.Timestamp,
        Price = _value / _quantity,
        Quantity = _quantity,
        IsAdd = IsAdd,
        AgainstAverage = AgainstAverage,
        SizeRatio = IsAdd && previousQuantity > 0 ? (double)(_quantity / previousQuantity) : null,
        Equity = Equity,
        Drawdown = Drawdown,
        OrderKnown = orders.Knows(first.ClientOrderId),
        Stop = orders.StopOf(first.ClientOrderId, first.Symbol, isLong, first.Timestamp, stopWithin),
        Market = Market,
        Past = Past,
        FillId = first.Id,
        KnownAt = knownAt,
    };
}
