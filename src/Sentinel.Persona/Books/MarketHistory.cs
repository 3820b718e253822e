namespace Sentinel.Persona;

/// <summary>The bars of every symbol that were given.</summary>
internal sealed class MarketHistory
{
    private readonly Dictionary<Symbol, BarHistory> _bars = [];

    public bool Any => _bars.Count > 0;

    public void Add(Bar bar)
    {
        if (!_bars.TryGetValue(bar.Symbol, out var history))
        {
            _bars[bar.Symbol] = history = new BarHistory();
        }

        history.Add(bar);
    }

    public BarHistory? Of(Symbol symbol) => _bars.GetValueOrDefault(symbol);

    /// <summary>The newer of the last close and the trader's own last price; null when neither is there.</summary>
    public decimal? Mark(PositionBook book, DateTimeOffset time)
    {
        var bar = Of(book.Symbol)?.At(time);
        return book.LastTrade is { } own && (bar is null || own.Time > bar.CloseTime) ? own.Price : bar?.Close;
    }
}
