using Sentinel.Exchange;
using Sentinel.Exchange.Recovery;
using Sentinel.Memory;

namespace Sentinel.Replay;

/// <summary>The session's books: fills of the venue in the ledger, positions that ended, the portfolio at known prices.</summary>
internal sealed class CycleBooks
{
    private readonly IExchange _venue;
    private readonly FillFeed _feed;
    private readonly PortfolioTracker _tracker;
    private readonly SortedDictionary<Symbol, decimal> _marks = [];
    private readonly Dictionary<Symbol, (decimal Slippage, int Closed)> _open = [];

    public CycleBooks(IExchange venue, decimal initialCash)
    {
        (_venue, Ledger) = (venue, new TradeLedger(initialCash));
        _feed = new FillFeed(venue, Ledger);
        _tracker = new PortfolioTracker(Ledger);
    }

    public TradeLedger Ledger { get; }

    /// <summary>Open orders, as the venue last told.</summary>
    public IReadOnlyList<OrderState> OpenOrders { get; private set; } = [];

    /// <summary>Asks the venue for what is new.</summary>
    /// <exception cref="InvalidOperationException">The venue does not answer.</exception>
    public async Task<(IReadOnlyList<Fill> Fills, IReadOnlyList<PositionExit> Exits)> PollAsync(CancellationToken cancellationToken)
    {
        var fills = Value(await OrderRetry.RunAsync(() => _feed.PollAsync(cancellationToken)).ConfigureAwait(false));
        return (fills, Book(fills));
    }

    /// <summary>Books again what the venue told before a restart, up to a time.</summary>
    /// <param name="all">All fills of the venue.</param>
    /// <param name="asOf">Later ones wait.</param>
    public (IReadOnlyList<Fill> Fills, IReadOnlyList<PositionExit> Exits) Rebook(IEnumerable<Fill> all, DateTimeOffset asOf)
    {
        var fills = all.Where(fill => fill.Timestamp <= asOf && Ledger.Apply(fill)).ToList();
        return (fills, Book(fills));
    }

    /// <summary>The portfolio now; asks the venue for open orders, whose stops are those of the positions.</summary>
    public async Task<Portfolio> ObserveAsync(Bar bar, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        _marks[bar.Symbol] = bar.Close;
        await RefreshOrdersAsync(cancellationToken).ConfigureAwait(false);
        return _tracker.Observe(asOf, _marks, ProtectiveStops.Of(OpenOrders));
    }

    /// <summary>Asks the venue for open orders.</summary>
    public async Task RefreshOrdersAsync(CancellationToken cancellationToken) =>
        OpenOrders = Value(await OrderRetry.RunAsync(() => _venue.GetOpenOrdersAsync(cancellationToken)).ConfigureAwait(false));

    /// <summary>The last known price of a symbol; 0 when there is none.</summary>
    public decimal Mark(Symbol symbol) => _marks.GetValueOrDefault(symbol);

    private List<PositionExit> Book(IReadOnlyList<Fill> fills)
    {
        var exits = new List<PositionExit>();
        foreach (var fill in fills)
        {
            var open = _open.GetValueOrDefault(fill.Symbol);
            _open[fill.Symbol] = open with { Slippage = open.Slippage + (fill.SlippageBp * fill.Price * fill.Quantity / 10_000m) };
        }

        foreach (var symbol in fills.Select(fill => fill.Symbol).Distinct().Order())
        {
            var closed = Ledger.ClosedPositions(symbol);
            for (var i = _open[symbol].Closed; i < closed.Count; i++)
            {
                exits.Add(ToExit(closed[i], OrderIds.DecisionOf(closed[i].EntryOrderId), _open[symbol].Slippage));
                _open[symbol] = (0m, i + 1);
            }
        }

        return exits;
    }

    private static PositionExit ToExit(ClosedPosition closed, string decisionId, decimal slippage) => new(
        decisionId,
        closed.ClosedAt,
        closed.EntryPrice,
        closed.ExitPrice,
        closed.Quantity,
        closed.IsLong,
        closed.Fees,
        slippage,
        closed.ByStop ? OutcomeBarrier.Stop : OrderIds.IsTarget(closed.ExitOrderId) ? OutcomeBarrier.Target : OutcomeBarrier.Time);

    private static T Value<T>(ExchangeResult<T> result)
        where T : class => result.Value ?? throw new InvalidOperationException($"The venue does not answer: {result.Error?.Code} {result.Error?.Message}");
}
