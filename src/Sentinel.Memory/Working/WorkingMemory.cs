namespace Sentinel.Memory;

/// <summary>What is going on, with the past of it: every read takes an instant, and what has ended by then is not there.</summary>
internal sealed class WorkingMemory(MemorySettings settings)
{
    private readonly Dictionary<Symbol, List<RegimeNote>> _regimes = [];
    private readonly Dictionary<Symbol, List<MarketEvent>> _events = [];
    private readonly List<(DateTimeOffset At, IReadOnlyList<PendingOrder> Orders)> _orders = [];
    private readonly List<WorkingNote> _notes = [];
    private readonly Dictionary<string, DateTimeOffset> _forgotten = new(StringComparer.Ordinal);

    public ThesisBook Theses { get; } = new();

    public void SetRegime(Symbol symbol, MarketRegime regime, DateTimeOffset asOf)
    {
        if (regime == MarketRegime.Unknown)
        {
            return;
        }

        var list = Of(_regimes, symbol);
        var at = Place(list, note => note.Since, asOf);
        if (at > 0 && (list[at - 1].Regime == regime || list[at - 1].Since == asOf))
        {
            return;
        }

        list.Insert(at, new RegimeNote(JournalIds.Derive("reg", symbol.Value, regime.ToString(), JournalIds.Time(asOf)), symbol, regime, asOf));
        if (at + 1 < list.Count && list[at + 1].Regime == regime)
        {
            // An earlier reading of the same regime came late: it began here.
            list.RemoveAt(at + 1);
        }
    }

    public void Add(MarketEvent happening)
    {
        var list = Of(_events, happening.Symbol);
        var at = Place(list, known => known.KnownAt, happening.KnownAt);
        while (at > 0 && list[at - 1].KnownAt == happening.KnownAt && string.CompareOrdinal(list[at - 1].Id, happening.Id) > 0)
        {
            at--;
        }

        if (at is 0 || !string.Equals(list[at - 1].Id, happening.Id, StringComparison.Ordinal))
        {
            list.Insert(at, happening);
        }
    }

    public void SetOrders(DateTimeOffset asOf, IReadOnlyList<PendingOrder> orders)
    {
        var at = Place(_orders, known => known.At, asOf);
        if (at > 0 && _orders[at - 1].At == asOf)
        {
            _orders[at - 1] = (asOf, orders);
        }
        else if (orders.Count > 0 || (at > 0 && _orders[at - 1].Orders.Count > 0))
        {
            _orders.Insert(at, (asOf, orders));
        }
    }

    public void Add(WorkingNote note) => _notes.Insert(Place(_notes, known => known.KnownAt, note.KnownAt), note);

    public void Forget(string id, DateTimeOffset at) => _forgotten.TryAdd(id, at);

    public IReadOnlyList<MarketEvent> EventsAt(DateTimeOffset asOf, Symbol symbol)
    {
        var active = new List<MarketEvent>();
        var list = Of(_events, symbol);
        for (var i = Place(list, known => known.KnownAt, asOf) - 1; i >= 0 && list[i].KnownAt > asOf - settings.EventLife; i--)
        {
            if (!IsForgotten(list[i].Id, asOf))
            {
                active.Add(list[i]);
            }
        }

        active.Reverse();
        return active;
    }

    public WorkingSection At(DateTimeOffset asOf, Symbol? symbol)
    {
        IReadOnlyList<Symbol> symbols = symbol is { } one ? [one] : [.. _regimes.Keys.Union(_events.Keys).Order()];
        var orders = Place(_orders, known => known.At, asOf) is > 0 and var at ? _orders[at - 1].Orders : [];
        return new WorkingSection(
            symbols.Count is 1 ? RegimeAt(asOf, symbols[0]) : null,
            [.. symbols.SelectMany(each => EventsAt(asOf, each)).OrderBy(happening => happening.KnownAt).ThenBy(happening => happening.Id, StringComparer.Ordinal)],
            [.. Theses.At(asOf, symbol).Where(thesis => !IsForgotten(thesis.Id, asOf))],
            [.. orders.Where(order => symbol is null || order.Order.Symbol == symbol)],
            NotesAt(asOf));
    }

    private RegimeNote? RegimeAt(DateTimeOffset asOf, Symbol symbol)
    {
        var list = Of(_regimes, symbol);
        var at = Place(list, note => note.Since, asOf);
        return at > 0 ? list[at - 1] : null;
    }

    private List<WorkingNote> NotesAt(DateTimeOffset asOf)
    {
        var notes = new List<WorkingNote>();
        for (var i = Place(_notes, note => note.KnownAt, asOf) - 1; i >= 0 && _notes[i].KnownAt > asOf - settings.MaxNoteLife; i--)
        {
            if (_notes[i].ExpiresAt > asOf && !IsForgotten(_notes[i].Id, asOf))
            {
                notes.Add(_notes[i]);
            }
        }

        notes.Reverse();
        return notes;
    }

    private bool IsForgotten(string id, DateTimeOffset asOf) => _forgotten.TryGetValue(id, out var at) && at <= asOf;

    private static List<T> Of<T>(Dictionary<Symbol, List<T>> lists, Symbol symbol)
    {
        if (!lists.TryGetValue(symbol, out var list))
        {
            lists.Add(symbol, list = []);
        }

        return list;
    }

    /// <summary>The place behind everything known by then.</summary>
    private static int Place<T>(List<T> list, Func<T, DateTimeOffset> knownAt, DateTimeOffset asOf)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (knownAt(list[middle]) <= asOf)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
