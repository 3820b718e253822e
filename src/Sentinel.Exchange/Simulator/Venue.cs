using Sentinel.Exchange.Recovery;

namespace Sentinel.Exchange.Simulator;

/// <summary>
/// What the simulated venue knows: orders, fills, prices, time, and the account as the ledger of the fills. Each change goes through here and is kept as a
/// part of the running operation, so that folding the operations gives the same state again.
/// </summary>
internal sealed class Venue
{
    private readonly Dictionary<string, OrderState> _orders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, OrderState> _open = [];
    private readonly List<Fill> _fills = [];
    private readonly SortedDictionary<Symbol, VenueMark> _marks = [];
    private readonly Dictionary<Symbol, Instrument> _instruments;
    private readonly SortedDictionary<long, OrderState> _changed = [];
    private int _fillsBefore;

    public Venue(SimulatorOptions options)
    {
        Options = options;
        Ledger = new TradeLedger(options.InitialCash);
        _instruments = options.Instruments.ToDictionary(instrument => instrument.Symbol);
    }

    public SimulatorOptions Options { get; }

    public TradeLedger Ledger { get; }

    /// <summary>The end of the last bar, or what the clock was advanced to.</summary>
    public DateTimeOffset Now { get; private set; } = DateTimeOffset.UnixEpoch;

    public IReadOnlyList<Fill> Fills => _fills;

    public IReadOnlyDictionary<Symbol, VenueMark> Marks => _marks;

    /// <summary>Open orders as they are now, oldest first; safe to change while it is walked.</summary>
    public OrderState[] OpenOrders => [.. _open.Values];

    public IEnumerable<OrderState> AllOrders => _orders.Values.OrderBy(order => order.Sequence);

    public long NextSequence => _orders.Count + 1;

    public Instrument? Instrument(Symbol symbol) => _instruments.GetValueOrDefault(symbol);

    public OrderState? Find(string clientOrderId) => _orders.GetValueOrDefault(clientOrderId);

    public decimal? Mark(Symbol symbol) => _marks.TryGetValue(symbol, out var mark) ? mark.Price : null;

    public void Put(OrderState order)
    {
        _orders[order.Request.ClientOrderId] = order;
        _changed[order.Sequence] = order;
        if (order.IsOpen)
        {
            _open[order.Sequence] = order;
        }
        else
        {
            _open.Remove(order.Sequence);
        }
    }

    public void Add(Fill fill)
    {
        _fills.Add(fill);
        Ledger.Apply(fill);
    }

    public void SetMark(VenueMark mark) => _marks[mark.Symbol] = mark;

    public void Advance(DateTimeOffset now) => Now = now > Now ? now : Now;

    public void Cancel(OrderState order, string code) => Put(order with { Status = OrderStatus.Cancelled, Code = code });

    /// <summary>Closes the running operation.</summary>
    /// <returns>What it changed.</returns>
    public ExchangeOperation Complete(OperationKind kind, VenueMark? mark = null)
    {
        var operation = new ExchangeOperation
        {
            Kind = kind,
            Now = Now,
            Mark = mark,
            Orders = [.. _changed.Values],
            Fills = _fills.GetRange(_fillsBefore, _fills.Count - _fillsBefore),
        };
        _changed.Clear();
        _fillsBefore = _fills.Count;
        return operation;
    }

    /// <summary>Does again what an operation changed.</summary>
    public void Fold(ExchangeOperation operation)
    {
        Advance(operation.Now);
        foreach (var order in operation.Orders)
        {
            Put(order);
        }

        foreach (var fill in operation.Fills)
        {
            Add(fill);
        }

        if (operation.Mark is { } mark)
        {
            SetMark(mark);
        }

        _changed.Clear();
        _fillsBefore = _fills.Count;
    }
}
