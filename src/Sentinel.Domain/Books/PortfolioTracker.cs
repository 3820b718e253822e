namespace Sentinel;

/// <summary>
/// Watches a ledger at known prices: equity, its peak, its value at the start of the UTC day, entries and exits. Peak and day start are those of the moments
/// that were observed, as they were observed. The work is that of the symbols, today's fills and the exits of the window. Not thread-safe.
/// </summary>
public sealed class PortfolioTracker
{
    private readonly TradeLedger _ledger;
    private readonly TimeSpan _exitWindow;
    private readonly SortedDictionary<Symbol, decimal> _marks = [];
    private DateTimeOffset? _last;
    private decimal _lastEquity;
    private decimal _peak;
    private decimal _dayStart;
    private int _exitsOfFills = -1;
    private IReadOnlyList<RecentExit> _exits = [];

    /// <summary>Watches a ledger.</summary>
    /// <param name="ledger">Whose fills are applied elsewhere.</param>
    /// <param name="exitWindow">How far back exits are listed; 30 days when null.</param>
    public PortfolioTracker(TradeLedger ledger, TimeSpan? exitWindow = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _ledger = ledger;
        _exitWindow = exitWindow ?? TimeSpan.FromDays(30);
        (_lastEquity, _peak, _dayStart) = (ledger.InitialCash, ledger.InitialCash, ledger.InitialCash);
    }

    /// <summary>Marks what is held and gives the portfolio of that time.</summary>
    /// <param name="asOf">Not before the last time.</param>
    /// <param name="marks">Last known prices; a symbol that is missing keeps its last mark, or its last fill's price.</param>
    /// <param name="stops">Protective stops of open positions.</param>
    /// <exception cref="ArgumentException">The time runs backwards.</exception>
    public Portfolio Observe(DateTimeOffset asOf, IReadOnlyDictionary<Symbol, decimal> marks, IReadOnlyDictionary<Symbol, decimal>? stops = null)
    {
        ArgumentNullException.ThrowIfNull(marks);
        if (asOf < _last)
        {
            throw new ArgumentException($"The portfolio was seen at {_last:O}, it cannot be seen at {asOf:O} afterwards.", nameof(asOf));
        }

        foreach (var (symbol, mark) in marks)
        {
            _marks[symbol] = mark;
        }

        var positions = _ledger.Positions().Select(position => ToView(position, stops)).ToArray();
        var equity = Money.Normalize(_ledger.Cash + positions.Sum(position => position.Value));
        TurnDay(asOf, equity);
        _peak = Math.Max(_peak, equity);
        (_last, _lastEquity) = (asOf, equity);
        return new Portfolio
        {
            AsOf = asOf,
            Cash = Money.Normalize(_ledger.Cash),
            Positions = positions,
            Equity = equity,
            PeakEquity = _peak,
            DayStartEquity = _dayStart,
            EntriesToday = EntriesOf(asOf.UtcDateTime.Date),
            RecentExits = ExitsSince(asOf - _exitWindow),
        };
    }

    /// <summary>A day starts with what was seen at midnight, or before it when nothing was seen at midnight.</summary>
    private void TurnDay(DateTimeOffset asOf, decimal equity)
    {
        var day = asOf.UtcDateTime.Date;
        if (_last is { } last && last.UtcDateTime.Date == day)
        {
            return;
        }

        _dayStart = asOf.UtcDateTime.TimeOfDay == TimeSpan.Zero ? equity : _lastEquity;
    }

    private PositionView ToView(LedgerPosition position, IReadOnlyDictionary<Symbol, decimal>? stops) => new(
        position.Symbol,
        Money.Normalize(position.Quantity),
        position.AverageCost,
        _marks.GetValueOrDefault(position.Symbol, position.LastPrice),
        stops is not null && stops.TryGetValue(position.Symbol, out var stop) ? stop : null,
        position.OpenedAt);

    /// <summary>Orders that opened or enlarged a position that day; an order filled in parts counts once.</summary>
    private int EntriesOf(DateTime day)
    {
        var orders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var book in _ledger.Books)
        {
            for (var i = book.Applied.Count - 1; i >= 0 && book.Applied[i].Fill.Timestamp.UtcDateTime.Date >= day; i--)
            {
                if (book.Applied[i].IsEntry)
                {
                    orders.Add(book.Applied[i].Fill.ClientOrderId);
                }
            }
        }

        return orders.Count;
    }

    private IReadOnlyList<RecentExit> ExitsSince(DateTimeOffset since)
    {
        if (_exitsOfFills != _ledger.FillCount)
        {
            _exits = [.. _ledger.Books.SelectMany(book => Newest(book.Closed, since)).OrderByDescending(exit => exit.ClosedAt)];
            _exitsOfFills = _ledger.FillCount;
        }

        if (_exits.Count > 0 && _exits[^1].ClosedAt < since)
        {
            _exits = [.. _exits.TakeWhile(exit => exit.ClosedAt >= since)];
        }

        return _exits;
    }

    private static IEnumerable<RecentExit> Newest(IReadOnlyList<ClosedPosition> closed, DateTimeOffset since)
    {
        for (var i = closed.Count - 1; i >= 0 && closed[i].ClosedAt >= since; i--)
        {
            yield return new RecentExit(closed[i].Symbol, closed[i].ClosedAt, Money.Normalize(closed[i].Pnl), closed[i].ByStop);
        }
    }
}
