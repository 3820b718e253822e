namespace Sentinel.Persona;

/// <summary>Equity marked at known prices: cash from a stated start, and positions. Without a start there is none.</summary>
internal sealed class EquityBook(decimal? start, MarketHistory market)
{
    private decimal? _cash = start;
    private decimal? _lastClose = start;
    private decimal? _peak = start;

    /// <summary>Fall from the peak of daily closes, at the last of them; null when equity is unknown.</summary>
    public double? Drawdown => _peak is > 0 && _lastClose is { } last ? (double)(1 - (last / _peak.Value)) : null;

    public void Trade(Fill fill) => _cash -= (fill.SignedQuantity * fill.Price) + fill.Fee;

    /// <summary>A holding that no fill explains was part of the equity all along: it was not bought.</summary>
    public void Adjust(PositionAdjustment adjustment, PositionBook book) => _cash -= adjustment.Change * market.Mark(book, adjustment.Time);

    public decimal? At(DateTimeOffset time, SortedDictionary<Symbol, PositionBook> books)
    {
        var equity = _cash;
        foreach (var book in books.Values)
        {
            if (equity is not null && book.Quantity != 0)
            {
                equity += book.Quantity * market.Mark(book, time);
            }
        }

        return equity > 0 ? equity : null;
    }

    /// <summary>Gross and net value of positions over equity.</summary>
    public (double? Gross, double? Net) Exposure(DateTimeOffset time, decimal? equity, SortedDictionary<Symbol, PositionBook> books)
    {
        decimal gross = 0, net = 0;
        foreach (var book in books.Values.Where(book => book.Quantity != 0))
        {
            var value = book.Quantity * (market.Mark(book, time) ?? 0);
            (gross, net) = (gross + Math.Abs(value), net + value);
        }

        return equity is > 0 ? ((double)(gross / equity.Value), (double)(net / equity.Value)) : (null, null);
    }

    public (decimal? Equity, double? Return) EndDay(DateTimeOffset end, SortedDictionary<Symbol, PositionBook> books)
    {
        var equity = At(end, books);
        var change = equity is { } now && _lastClose is > 0 ? (double)((now / _lastClose.Value) - 1) : (double?)null;
        _lastClose = equity;
        _peak = equity > _peak ? equity : _peak;
        return (equity, change);
    }
}
