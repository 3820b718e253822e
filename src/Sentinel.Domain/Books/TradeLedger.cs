namespace Sentinel;

/// <summary>
/// The books of money: cash, lots and results of one account, folded from its fills. A fill counts once however often it is heard of, and the state is the
/// same whatever order fills arrive in. At any time, to the last decimal, <c>InitialCash = Cash + CostOfPositions - RealisedPnl + Fees</c>. Not thread-safe.
/// </summary>
public sealed class TradeLedger
{
    /// <summary>Decimals of quantity and price together, and of a fee, up to which values of hundreds of millions stay exact in 28 digits.</summary>
    private const int MaxDecimals = 20;

    private readonly Dictionary<string, Fill> _fills = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Symbol, SymbolBook> _books = [];

    /// <summary>Opens empty books.</summary>
    /// <param name="initialCash">Quote currency at the start.</param>
    public TradeLedger(decimal initialCash) => (InitialCash, Cash) = (initialCash, initialCash);

    /// <summary>Quote currency at the start.</summary>
    public decimal InitialCash { get; }

    /// <summary>Quote currency at hand; a short sale's proceeds are in it.</summary>
    public decimal Cash { get; private set; }

    /// <summary>All fees paid, rebates taken off.</summary>
    public decimal Fees { get; private set; }

    /// <summary>What closed lots brought, first in first out, before fees.</summary>
    public decimal RealisedPnl { get; private set; }

    /// <summary>What open lots cost before fees; shorts count below 0.</summary>
    public decimal CostOfPositions { get; private set; }

    /// <summary>How many fills there are.</summary>
    public int FillCount => _fills.Count;

    internal IEnumerable<SymbolBook> Books => _books.Values;

    /// <summary>Books a fill. Constant work for one that comes in order of time; a late one applies the symbol's later fills again.</summary>
    /// <returns>Whether it was new.</returns>
    /// <exception cref="ArgumentException">It has no id, its quantity or price is not above 0, or it has more decimals than the books keep exact.</exception>
    /// <exception cref="FillConflictException">Another fill with its id is booked.</exception>
    public bool Apply(Fill fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        if (_fills.TryGetValue(fill.Id, out var known))
        {
            return known == fill ? false : throw new FillConflictException(fill.Id);
        }

        Check(fill);
        if (!_books.TryGetValue(fill.Symbol, out var book))
        {
            _books.Add(fill.Symbol, book = new SymbolBook(fill.Symbol));
        }

        var before = book.State;
        book.Apply(fill);
        _fills.Add(fill.Id, fill);
        Cash -= (fill.SignedQuantity * fill.Price) + fill.Fee;
        Fees += fill.Fee;
        RealisedPnl += book.State.FifoRealised - before.FifoRealised;
        CostOfPositions += book.State.FifoCost - before.FifoCost;
        return true;
    }

    /// <summary>Books fills.</summary>
    /// <returns>How many were new.</returns>
    public int Apply(IEnumerable<Fill> fills)
    {
        ArgumentNullException.ThrowIfNull(fills);
        return fills.Count(Apply);
    }

    /// <summary>Whether a fill is booked.</summary>
    public bool Contains(string fillId) => _fills.ContainsKey(fillId);

    /// <summary>Quantity held of a symbol; below zero is short.</summary>
    public decimal Quantity(Symbol symbol) => _books.TryGetValue(symbol, out var book) ? book.State.Quantity : 0;

    /// <summary>What is held of a symbol, or null.</summary>
    public LedgerPosition? Position(Symbol symbol) => _books.TryGetValue(symbol, out var book) ? ToPosition(book) : null;

    /// <summary>Positions that are not zero, by symbol.</summary>
    public IReadOnlyList<LedgerPosition> Positions() => [.. _books.Values.Select(ToPosition).OfType<LedgerPosition>()];

    /// <summary>Open lots of a symbol, oldest first.</summary>
    public IReadOnlyList<Lot> OpenLots(Symbol symbol) => _books.TryGetValue(symbol, out var book) ? [.. book.OpenLots] : [];

    /// <summary>Fills of a symbol in the order of time and id.</summary>
    public IReadOnlyList<Fill> Fills(Symbol symbol) => _books.TryGetValue(symbol, out var book) ? [.. book.Applied.Select(applied => applied.Fill)] : [];

    /// <summary>Closed lots of a symbol, in the order of their closing. A view, not a copy: it grows with the next fills.</summary>
    public IReadOnlyList<RoundTrip> RoundTrips(Symbol symbol) => _books.TryGetValue(symbol, out var book) ? book.RoundTrips : [];

    /// <summary>Closed lots of all symbols, in the order of their closing; at one time by symbol.</summary>
    public IReadOnlyList<RoundTrip> RoundTrips() => [.. _books.Values.SelectMany(book => book.RoundTrips).OrderBy(trip => trip.ClosedAt)];

    /// <summary>Closed positions of all symbols, in the order of their closing; at one time by symbol.</summary>
    public IReadOnlyList<ClosedPosition> ClosedPositions() => [.. _books.Values.SelectMany(book => book.Closed).OrderBy(position => position.ClosedAt)];

    /// <summary>Closed positions of a symbol, in the order of their closing. A view, not a copy: it grows with the next fills.</summary>
    public IReadOnlyList<ClosedPosition> ClosedPositions(Symbol symbol) => _books.TryGetValue(symbol, out var book) ? book.Closed : [];

    /// <summary>What closed quantities of a symbol brought before fees by the average cost method.</summary>
    public decimal AverageCostRealisedPnl(Symbol symbol) => _books.TryGetValue(symbol, out var book) ? book.State.AverageRealised : 0;

    /// <summary>Cash and positions at the given prices; a position without a price counts at its last fill's.</summary>
    public decimal Equity(IReadOnlyDictionary<Symbol, decimal> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        return Cash + _books.Values.Sum(book => book.State.Quantity * marks.GetValueOrDefault(book.Symbol, book.LastPrice));
    }

    private static LedgerPosition? ToPosition(SymbolBook book)
    {
        var state = book.State;
        return state.Quantity == 0
            ? null
            : new LedgerPosition(
                book.Symbol,
                state.Quantity,
                state.FifoCost,
                Money.Normalize(state.AverageCost / state.Quantity),
                Money.Normalize((state.AverageCost + state.AverageFees) / state.Quantity),
                state.Open.OpenedAt,
                book.LastPrice);
    }

    private static void Check(Fill fill)
    {
        if (string.IsNullOrEmpty(fill.Id))
        {
            throw new ArgumentException("A fill needs an id.", nameof(fill));
        }

        if (fill.Quantity <= 0 || fill.Price <= 0)
        {
            throw new ArgumentException($"Fill '{fill.Id}' needs a quantity and a price above 0.", nameof(fill));
        }

        if (Decimals(fill.Quantity) + Decimals(fill.Price) > MaxDecimals || Decimals(fill.Fee) > MaxDecimals)
        {
            throw new ArgumentException($"Fill '{fill.Id}' has more than {MaxDecimals} decimals: round it first.", nameof(fill));
        }
    }

    private static int Decimals(decimal number) => number.Scale <= MaxDecimals / 2 ? number.Scale : Money.Normalize(number).Scale;
}
