using System.Runtime.CompilerServices;

namespace Sentinel.Exchange.Faults;

/// <summary>
/// A venue behind a bad line: what the inner one does and says is lost, late, repeated or shuffled, by a seed. The inner venue's own books stay right, so a
/// reader that copes ends up with the same ledger. The same calls in the same order meet the same faults. Thread-safe as the inner one.
/// </summary>
public sealed class FaultyExchange : IExchange
{
    private readonly IExchange _inner;
    private readonly FaultOptions _options;
    private readonly Random _random;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private Fill? _earlier;
    private int _callsDown;

    /// <summary>Puts a bad line before a venue.</summary>
    public FaultyExchange(IExchange inner, FaultOptions options)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(options);
        (_inner, _options, _random) = (inner, options, new Random(options.Seed));
    }

    /// <summary>How many faults of each kind there were, by the names of <see cref="FaultOptions"/>.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_lock)
            {
                return new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
            }
        }
    }

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<Instrument>>> GetInstrumentsAsync(CancellationToken cancellationToken = default) =>
        OverTheLineAsync(() => _inner.GetInstrumentsAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<Balance>>> GetBalancesAsync(CancellationToken cancellationToken = default) =>
        OverTheLineAsync(() => _inner.GetBalancesAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<ExchangePosition>>> GetPositionsAsync(CancellationToken cancellationToken = default) =>
        OverTheLineAsync(() => _inner.GetPositionsAsync(cancellationToken));

    /// <inheritdoc/>
    public async Task<ExchangeResult<OrderState>> PlaceAsync(OrderRequest order, CancellationToken cancellationToken = default)
    {
        var result = await OverTheLineAsync(() => _inner.PlaceAsync(order, cancellationToken)).ConfigureAwait(false);
        return result.IsSuccess && Happens(_options.DelayedAck, nameof(FaultOptions.DelayedAck))
            ? ExchangeResult.Fail<OrderState>(new ExchangeError(ExchangeCodes.Timeout, "The venue did not confirm in time.", IsTransient: true))
            : result;
    }

    /// <inheritdoc/>
    public Task<ExchangeResult<OrderState>> CancelAsync(string clientOrderId, CancellationToken cancellationToken = default) =>
        Happens(_options.RejectedCancel, nameof(FaultOptions.RejectedCancel))
            ? Task.FromResult(ExchangeResult.Fail<OrderState>(new ExchangeError(ExchangeCodes.CancelRejected, "The venue did not cancel.", IsTransient: true)))
            : OverTheLineAsync(() => _inner.CancelAsync(clientOrderId, cancellationToken));

    /// <inheritdoc/>
    public Task<ExchangeResult<OrderState>> ReplaceAsync(string clientOrderId, OrderChange change, CancellationToken cancellationToken = default) =>
        OverTheLineAsync(() => _inner.ReplaceAsync(clientOrderId, change, cancellationToken));

    /// <inheritdoc/>
    public Task<ExchangeResult<OrderState>> GetOrderAsync(string clientOrderId, CancellationToken cancellationToken = default) =>
        OverTheLineAsync(() => _inner.GetOrderAsync(clientOrderId, cancellationToken));

    /// <inheritdoc/>
    public Task<ExchangeResult<IReadOnlyList<OrderState>>> GetOpenOrdersAsync(CancellationToken cancellationToken = default) =>
        OverTheLineAsync(() => _inner.GetOpenOrdersAsync(cancellationToken));

    /// <inheritdoc/>
    public async Task<ExchangeResult<IReadOnlyList<Fill>>> GetFillsAsync(string? afterFillId = null, CancellationToken cancellationToken = default)
    {
        var result = await OverTheLineAsync(() => _inner.GetFillsAsync(afterFillId, cancellationToken)).ConfigureAwait(false);
        return result.IsSuccess ? ExchangeResult.Ok<IReadOnlyList<Fill>>(Garble(result.Value)) : result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Bar> SubscribeBarsAsync(IReadOnlyCollection<Symbol> symbols, CancellationToken cancellationToken = default) =>
        GarbleAsync(_inner.SubscribeBarsAsync(symbols, cancellationToken), cancellationToken);

    private async Task<ExchangeResult<T>> OverTheLineAsync<T>(Func<Task<ExchangeResult<T>>> call)
        where T : class
    {
        if (IsDown())
        {
            return Lost<T>();
        }

        var result = await call().ConfigureAwait(false);
        return Happens(_options.LostAnswer, nameof(FaultOptions.LostAnswer)) ? Lost<T>() : result;
    }

    private bool IsDown()
    {
        lock (_lock)
        {
            if (_callsDown > 0)
            {
                _callsDown--;
                return true;
            }

            var falls = Happens(_options.LostCall, nameof(FaultOptions.LostCall));
            _callsDown = falls ? _options.OutageCalls - 1 : 0;
            return falls;
        }
    }

    private static ExchangeResult<T> Lost<T>()
        where T : class => ExchangeResult.Fail<T>(new ExchangeError(ExchangeCodes.Disconnected, "The connection to the venue broke.", IsTransient: true));

    private List<Fill> Garble(IReadOnlyList<Fill> fills)
    {
        var list = fills.ToList();
        if (list.Count > 1 && Happens(_options.ShortList, nameof(FaultOptions.ShortList)))
        {
            list.RemoveRange(list.Count / 2, list.Count - (list.Count / 2));
        }

        if ((list.Count > 0 || _earlier is not null) && Happens(_options.DuplicateFill, nameof(FaultOptions.DuplicateFill)))
        {
            list.Add(_earlier ?? list[0]);
        }

        if (list.Count > 1 && Happens(_options.ReorderedFills, nameof(FaultOptions.ReorderedFills)))
        {
            lock (_lock)
            {
                var shuffled = list.ToArray();
                _random.Shuffle(shuffled);
                list = [.. shuffled];
            }
        }

        _earlier = list.Count > 0 ? list[0] : _earlier;
        return list;
    }

    private async IAsyncEnumerable<Bar> GarbleAsync(IAsyncEnumerable<Bar> bars, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Bar? held = null;
        await foreach (var bar in bars.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (held is null && Happens(_options.LateBar, nameof(FaultOptions.LateBar)))
            {
                held = bar;
                continue;
            }

            yield return bar;
            if (held is not null)
            {
                yield return held;
                held = null;
            }
            else if (Happens(_options.DuplicateBar, nameof(FaultOptions.DuplicateBar)))
            {
                yield return bar;
            }
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    private bool Happens(double probability, string fault)
    {
        lock (_lock)
        {
            var happens = _random.NextDouble() < probability;
            if (happens)
            {
                _counts[fault] = _counts.GetValueOrDefault(fault) + 1;
            }

            return happens;
        }
    }
}
