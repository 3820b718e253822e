namespace Sentinel.Exchange;

/// <summary>
/// A venue, shaped like the well-known exchange clients so that an adapter over one stays thin: a call gives a value or an error with a code, and throws only
/// when it is cancelled. Orders are known by the sender's id: placing the same order again does nothing and tells how it stands.
/// </summary>
public interface IExchange
{
    /// <summary>What can be traded, by symbol.</summary>
    Task<ExchangeResult<IReadOnlyList<Instrument>>> GetInstrumentsAsync(CancellationToken cancellationToken = default);

    /// <summary>Closed bars from now on, as the venue sends them: late or repeated ones are for the reader to sort out.</summary>
    /// <param name="symbols">Which markets; empty for all.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    IAsyncEnumerable<Bar> SubscribeBarsAsync(IReadOnlyCollection<Symbol> symbols, CancellationToken cancellationToken = default);

    /// <summary>Money at hand.</summary>
    Task<ExchangeResult<IReadOnlyList<Balance>>> GetBalancesAsync(CancellationToken cancellationToken = default);

    /// <summary>Positions that are not zero, by symbol.</summary>
    Task<ExchangeResult<IReadOnlyList<ExchangePosition>>> GetPositionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends an order. A rejection is an error with a code of <see cref="ExchangeCodes"/>; sent again it gives the same.</summary>
    Task<ExchangeResult<OrderState>> PlaceAsync(OrderRequest order, CancellationToken cancellationToken = default);

    /// <summary>Cancels an open order; cancelling a cancelled one does nothing.</summary>
    Task<ExchangeResult<OrderState>> CancelAsync(string clientOrderId, CancellationToken cancellationToken = default);

    /// <summary>Changes quantity or prices of an open order; it stays the same order.</summary>
    Task<ExchangeResult<OrderState>> ReplaceAsync(string clientOrderId, OrderChange change, CancellationToken cancellationToken = default);

    /// <summary>How an order stands, open or not.</summary>
    Task<ExchangeResult<OrderState>> GetOrderAsync(string clientOrderId, CancellationToken cancellationToken = default);

    /// <summary>Orders that are open, in the order of their arrival.</summary>
    Task<ExchangeResult<IReadOnlyList<OrderState>>> GetOpenOrdersAsync(CancellationToken cancellationToken = default);

    /// <summary>Fills the venue booked after one, oldest first; a reader must expect repeated ones and other orders. Ids count up.</summary>
    /// <param name="afterFillId">The last one that is known; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ExchangeResult<IReadOnlyList<Fill>>> GetFillsAsync(string? afterFillId = null, CancellationToken cancellationToken = default);
}
