using Sentinel.Exchange.Recovery;

namespace Sentinel.Exchange.Simulator;

/// <summary>
/// A venue made of bars. Whoever drives it hands it closed bars with <see cref="OnBar"/>; an order decided after bar t meets the market at the open of bar
/// t + 1. The same bars and orders give the same fills, to the byte. When its log fails the venue is ahead of the log: it has to be opened again. Thread-safe.
/// </summary>
public sealed class SimulatedExchange : IExchange
{
    private readonly Lock _lock = new();
    private readonly Venue _venue;
    private readonly TimeProvider? _clock;
    private readonly IOperationLog? _log;
    private readonly BarBroadcast _bars = new();

    /// <summary>Opens a venue with no orders.</summary>
    /// <param name="options">Its rules.</param>
    /// <param name="clock">The live clock of paper trading; null when time is that of the bars.</param>
    /// <param name="log">Where each operation is written before its result is given; null for none.</param>
    public SimulatedExchange(SimulatorOptions options, TimeProvider? clock = null, IOperationLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _venue = new Venue(options);
        _clock = clock;
        _log = log;
    }

    private SimulatedExchange(Venue venue, TimeProvider? clock, IOperationLog? log) => (_venue, _clock, _log) = (venue, clock, log);

    /// <summary>The rules.</summary>
    public SimulatorOptions Options => _venue.Options;

    /// <summary>The venue's time: the end of the last bar.</summary>
    public DateTimeOffset Now => Locked(() => _venue.Now);

    /// <summary>Bars that were ignored since the start because a later or the same one had been traded.</summary>
    public int IgnoredBars { get; private set; }

    /// <summary>Opens a venue as it was after the given operations.</summary>
    /// <param name="options">The rules it had.</param>
    /// <param name="operations">All its operations, oldest first.</param>
    /// <param name="clock">The live clock of paper trading, or null.</param>
    /// <param name="log">Where further operations are written, or null.</param>
    public static SimulatedExchange Recover(SimulatorOptions options, IEnumerable<ExchangeOperation> operations, TimeProvider? clock = null, IOperationLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(operations);
        var venue = new Venue(options);
        foreach (var operation in operations)
        {
            venue.Fold(operation);
        }

        return new SimulatedExchange(venue, clock, log);
    }

    /// <summary>Opens a venue from a state that was taken with <see cref="Snapshot"/>.</summary>
    public static SimulatedExchange Restore(ExchangeState state, TimeProvider? clock = null, IOperationLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Recover(state.Options, state.ToOperations(), clock, log);
    }

    /// <summary>Everything the venue knows.</summary>
    public ExchangeState Snapshot() => Locked(() => new ExchangeState
    {
        Options = _venue.Options,
        Now = _venue.Now,
        Marks = [.. _venue.Marks.Values],
        Orders = [.. _venue.AllOrders],
        Fills = [.. _venue.Fills],
    });

    /// <summary>Trades a closed bar. A bar at or before the symbol's last one is ignored: the market does not run backwards.</summary>
    /// <returns>The fills it brought, in the order they were booked.</returns>
    /// <exception cref="ArgumentException">The bar contradicts itself, or the venue does not trade its symbol.</exception>
    public IReadOnlyList<Fill> OnBar(Bar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        lock (_lock)
        {
            var instrument = _venue.Instrument(bar.Symbol) ?? throw new ArgumentException($"The venue does not trade {bar.Symbol}.", nameof(bar));
            BarRules.Check(bar);
            if (_venue.Marks.TryGetValue(bar.Symbol, out var last) && bar.OpenTime <= last.OpenTime)
            {
                IgnoredBars++;
                return [];
            }

            new BarMatching(_venue, bar, instrument).Run();
            _venue.Advance(bar.CloseTime);
            var mark = new VenueMark(bar.Symbol, bar.Close, bar.OpenTime);
            _venue.SetMark(mark);
            var operation = Write(_venue.Complete(OperationKind.Bar, mark));
            _bars.Publish(bar);
            return operation.Fills;
        }
    }

    /// <summary>Lets time pass without a bar; orders sent afterwards do not see bars that opened before.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        lock (_lock)
        {
            if (time > _venue.Now)
            {
                _venue.Advance(time);
                Write(_venue.Complete(OperationKind.Time));
            }
        }
    }

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<Instrument>>> GetInstrumentsAsync(CancellationToken cancellationToken = default) =>
        Answer(() => ExchangeResult.Ok<IReadOnlyList<Instrument>>([.. _venue.Options.Instruments.OrderBy(instrument => instrument.Symbol)]), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Bar> SubscribeBarsAsync(IReadOnlyCollection<Symbol> symbols, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        return _bars.Subscribe(symbols, cancellationToken);
    }

    /// <summary>Ends the bar streams of all subscribers.</summary>
    public void CompleteBars() => _bars.Complete();

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<Balance>>> GetBalancesAsync(CancellationToken cancellationToken = default) => Answer(
        () => ExchangeResult.Ok<IReadOnlyList<Balance>>(
            [new Balance(_venue.Options.QuoteAsset, Money.Normalize(_venue.Ledger.Cash), Money.Normalize(Math.Max(0, BuyingPower.Available(_venue))))]),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<ExchangePosition>>> GetPositionsAsync(CancellationToken cancellationToken = default) => Answer(
        () => ExchangeResult.Ok<IReadOnlyList<ExchangePosition>>(
        [
            .. _venue.Ledger.Positions().Select(position => new ExchangePosition(
                position.Symbol, Money.Normalize(position.Quantity), position.AveragePrice, _venue.Mark(position.Symbol) ?? position.LastPrice)),
        ]),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ExchangeResult<OrderState>> PlaceAsync(OrderRequest order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Answer(() => Written(OperationKind.Place, OrderDesk.Place(_venue, order, ActiveFrom())), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ExchangeResult<OrderState>> CancelAsync(string clientOrderId, CancellationToken cancellationToken = default) =>
        Answer(() => Written(OperationKind.Cancel, OrderDesk.Cancel(_venue, clientOrderId)), cancellationToken);

    /// <inheritdoc/>
    public Task<ExchangeResult<OrderState>> ReplaceAsync(string clientOrderId, OrderChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Answer(() => Written(OperationKind.Replace, OrderDesk.Replace(_venue, clientOrderId, change, ActiveFrom())), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ExchangeResult<OrderState>> GetOrderAsync(string clientOrderId, CancellationToken cancellationToken = default) => Answer(
        () => _venue.Find(clientOrderId) is { } order
            ? ExchangeResult.Ok(order)
            : ExchangeResult.Fail<OrderState>(Rejections.Error(ExchangeCodes.UnknownOrder)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<OrderState>>> GetOpenOrdersAsync(CancellationToken cancellationToken = default) =>
        Answer(() => ExchangeResult.Ok<IReadOnlyList<OrderState>>(_venue.OpenOrders), cancellationToken);

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<Fill>>> GetFillsAsync(string? afterFillId = null, CancellationToken cancellationToken = default) => Answer(
        () =>
        {
            var after = afterFillId is null ? 0 : FillId.Number(afterFillId);
            return after is { } number && number <= _venue.Fills.Count
                ? ExchangeResult.Ok<IReadOnlyList<Fill>>([.. _venue.Fills.Skip(number)])
                : ExchangeResult.Fail<IReadOnlyList<Fill>>(Rejections.Error(ExchangeCodes.UnknownFill));
        },
        cancellationToken);

    /// <summary>An order belongs to the last closed bar, unless a live clock says that it came too late for that.</summary>
    private DateTimeOffset ActiveFrom() =>
        _clock?.GetUtcNow() is { } now && now > _venue.Now + _venue.Options.DecisionGrace ? now : _venue.Now;

    private ExchangeResult<OrderState> Written(OperationKind kind, ExchangeResult<OrderState> result)
    {
        var operation = _venue.Complete(kind);
        if (operation.Orders.Count > 0)
        {
            Write(operation);
        }

        return result;
    }

    private ExchangeOperation Write(ExchangeOperation operation)
    {
        _log?.Append(operation);
        return operation;
    }

    private Task<ExchangeResult<T>> Answer<T>(Func<ExchangeResult<T>> call, CancellationToken cancellationToken)
        where T : class => cancellationToken.IsCancellationRequested ? Task.FromCanceled<ExchangeResult<T>>(cancellationToken) : Task.FromResult(Locked(call));

    private T Locked<T>(Func<T> call)
    {
        lock (_lock)
        {
            return call();
        }
    }
}
