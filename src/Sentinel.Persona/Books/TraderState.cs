namespace Sentinel.Persona;

/// <summary>
/// What a trader's fills, taken in order of time, come to: trips, entries, opportunities and days, each with the time from which it was known.
/// The work of a fill is that of its own lots and of the positions that are open, not of the history.
/// </summary>
internal sealed class TraderState(PersonaOptions options, MarketHistory market, OrderLog orders)
{
    private readonly SortedDictionary<Symbol, PositionBook> _books = [];
    private readonly Dictionary<Symbol, PendingEntry> _pending = [];
    private readonly EquityBook _equity = new(options.StartingEquity, market);
    private readonly DayCounter _day = new();
    private readonly ExitWatch _exits = new();
    private int _positions;
    private bool? _previousLost;
    private DateTimeOffset? _previousExit;
    private int _winStreak;

    public List<Trip> Trips { get; } = [];

    public List<Entry> Entries { get; } = [];

    public List<Opportunity> Opportunities { get; } = [];

    public List<ExitChance> ExitChances { get; } = [];

    public List<TradingDay> Days { get; } = [];

    public List<DateTimeOffset> FillTimes { get; } = [];

    public DriftWatch Drift { get; } = new(options);

    /// <summary>Time has passed to here.</summary>
    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    public bool OrdersKnown => orders.Any;

    public void Apply(Fill fill)
    {
        Advance(fill.Timestamp);
        FillTimes.Add(fill.Timestamp);
        var book = Book(fill.Symbol);
        var feePerUnit = fill.Fee / fill.Quantity;
        var isBuy = fill.Side is OrderSide.Buy;
        _day.Trade(fill);
        var left = fill.Quantity;
        if (book.Quantity != 0 && book.IsLong != isBuy)
        {
            FlushEntry(book.Symbol, fill.Timestamp);
            var part = Math.Min(left, Math.Abs(book.Quantity));
            book.Close(part, fill.Price, feePerUnit, fill.Timestamp, fill.Id);
            left -= part;
            if (book.Quantity == 0)
            {
                EmitTrip(book, fill.Timestamp, !isBuy);
            }
        }

        if (left > 0)
        {
            Open(book, fill, left, feePerUnit, isBuy);
        }

        book.LastTrade = (fill.Price, fill.Timestamp);
        _equity.Trade(fill);
    }

    public void Apply(PositionAdjustment adjustment)
    {
        Advance(adjustment.Time);
        var book = Book(adjustment.Symbol);
        FlushEntry(book.Symbol, adjustment.Time);
        var change = adjustment.Change;
        if (book.Quantity != 0 && book.IsLong != change > 0)
        {
            var wasLong = book.IsLong;
            var part = Math.Min(Math.Abs(change), Math.Abs(book.Quantity));
            book.Close(part, null, 0, adjustment.Time, "");
            change += wasLong ? part : -part;
            if (book.Quantity == 0)
            {
                EmitTrip(book, adjustment.Time, wasLong);
            }
        }

        if (change != 0)
        {
            book.Open(change > 0, Math.Abs(change), null, 0, adjustment.Time, "", () => ++_positions);
        }

        _equity.Adjust(adjustment, book);
    }

    /// <summary>Ends the days before a time.</summary>
    public void Advance(DateTimeOffset time)
    {
        if (time <= Now)
        {
            return;
        }

        Now = time;
        if (_day.Start is not { } start)
        {
            return;
        }

        while (start + TimeSpan.FromDays(1) <= time)
        {
            EndDay(start);
            _day.Begin(start += TimeSpan.FromDays(1));
        }
    }

    private void Open(PositionBook book, Fill fill, decimal quantity, decimal feePerUnit, bool isLong)
    {
        if (_pending.TryGetValue(book.Symbol, out var pending) && !pending.Grow(fill, quantity, isLong))
        {
            FlushEntry(book.Symbol, fill.Timestamp);
            pending = null;
        }

        if (pending is null)
        {
            var average = book.AverageCost;
            var isAdd = book.Quantity != 0;
            _day.Entry();
            _pending[book.Symbol] = new PendingEntry(fill, quantity, isLong)
            {
                IsAdd = isAdd,
                AgainstAverage = isAdd && average is { } cost ? (isLong ? fill.Price < cost : fill.Price > cost) : null,
                Equity = _equity.At(fill.Timestamp, _books),
                Drawdown = _equity.Drawdown,
                Market = market.Of(fill.Symbol)?.Describe(fill.Timestamp, (double)fill.Price, isLong) ?? default,
                Past = new PastAtEntry(_previousLost, _previousExit, _winStreak, book.LastExit),
            };
        }

        book.Open(isLong, quantity, fill.Price, feePerUnit, fill.Timestamp, fill.Id, () => ++_positions);
    }

    private void FlushEntry(Symbol symbol, DateTimeOffset knownAt)
    {
        if (!_pending.Remove(symbol, out var pending))
        {
            return;
        }

        var book = Book(symbol);
        var entry = pending.Finish(orders, options.StopWithin, book.LastEntryQuantity, knownAt);
        book.LastEntryQuantity = entry.Quantity;
        book.Stop ??= entry.Stop;
        Entries.Add(entry);
        Drift.See(entry);
    }

    private void EmitTrip(PositionBook book, DateTimeOffset knownAt, bool isLong)
    {
        var closed = book.TakeClosed();
        if (closed.Quantity == 0)
        {
            return;
        }

        var trip = ToTrip(book, closed, knownAt, isLong);
        Trips.Add(trip);
        _day.Closed(trip);
        _previousLost = trip.Pnl < 0;
        _previousExit = trip.ExitedAt;
        _winStreak = trip.Pnl > 0 ? _winStreak + 1 : 0;
        Drift.See(trip);
    }

    private Trip ToTrip(PositionBook book, Closings closed, DateTimeOffset knownAt, bool isLong)
    {
        var (entry, exit) = (closed.EntryValue / closed.Quantity, closed.ExitValue / closed.Quantity);
        var risk = book.Stop is { } stop && (isLong ? stop < entry : stop > entry) ? Math.Abs(entry - stop) * closed.Quantity : (decimal?)null;
        return new Trip
        {
            Symbol = book.Symbol,
            IsLong = isLong,
            Quantity = closed.Quantity,
            HeldHours = closed.HoursTimesQuantity / (double)closed.Quantity,
            EnteredAt = closed.FirstEntry,
            ExitedAt = closed.LastExit,
            Pnl = closed.Pnl,
            Fees = closed.Fees,
            EntryValue = closed.EntryValue,
            Risk = risk,
            BeyondStop = risk is not null && closed.Pnl < 0 ? (isLong ? exit < book.Stop : exit > book.Stop) : null,
            StopWidened = book.Stop is { } first ? orders.IsWidened(book.Symbol, isLong, first, book.OpenedAt, closed.LastExit) : null,
            PositionId = book.PositionId,
            EntryFillId = book.EntryFillId,
            ExitFillId = closed.ExitFillId,
            KnownAt = knownAt,
        };
    }

    private void EndDay(DateTimeOffset start)
    {
        var end = start + TimeSpan.FromDays(1);
        foreach (var book in _books.Values)
        {
            FlushEntry(book.Symbol, end);
            if (book.Closed.Quantity > 0)
            {
                EmitTrip(book, end, book.IsLong);
            }
        }

        Opportunities.AddRange(DispositionDay.Count(_day.Trips, _books.Values, market, start));
        ExitChances.AddRange(_exits.EndDay(_books.Values, market, end));
        var equity = _equity.EndDay(end, _books);
        Days.Add(_day.End(equity, _equity.Exposure(end, equity.Equity, _books)));
    }

    private PositionBook Book(Symbol symbol)
    {
        if (!_books.TryGetValue(symbol, out var book))
        {
            _books[symbol] = book = new PositionBook(symbol);
        }

        if (_day.Start is null)
        {
            _day.Begin(new DateTimeOffset(Now.UtcTicks - (Now.UtcTicks % TimeSpan.TicksPerDay), TimeSpan.Zero));
        }

        return book;
    }
}
