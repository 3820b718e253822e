namespace Sentinel.Exchange;

/// <summary>The codes of a venue's errors and of orders it ended.</summary>
public static class ExchangeCodes
{
    /// <summary>The venue does not trade the symbol.</summary>
    public const string UnknownSymbol = "UNKNOWN_SYMBOL";

    /// <summary>The order contradicts itself, or a field it needs is missing or not above 0.</summary>
    public const string InvalidOrder = "INVALID_ORDER";

    /// <summary>A price is not on the price grid.</summary>
    public const string Tick = "TICK";

    /// <summary>A quantity is not on the quantity grid.</summary>
    public const string Lot = "LOT";

    /// <summary>The order is worth less than the venue takes.</summary>
    public const string MinNotional = "MIN_NOTIONAL";

    /// <summary>The account cannot pay for it, or could not when it was to be filled.</summary>
    public const string InsufficientFunds = "INSUFFICIENT_FUNDS";

    /// <summary>A reduce-only order has nothing to reduce.</summary>
    public const string ReduceOnly = "REDUCE_ONLY";

    /// <summary>A post-only order would take.</summary>
    public const string PostOnly = "POST_ONLY";

    /// <summary>No price of the symbol is known yet.</summary>
    public const string NoPrice = "NO_PRICE";

    /// <summary>The id belongs to an order with other contents.</summary>
    public const string DuplicateId = "DUPLICATE_ID";

    /// <summary>There is no order with the id.</summary>
    public const string UnknownOrder = "UNKNOWN_ORDER";

    /// <summary>The order is not open any more.</summary>
    public const string OrderClosed = "ORDER_CLOSED";

    /// <summary>What did not fill at once was cancelled.</summary>
    public const string ImmediateOrCancel = "IOC";

    /// <summary>Another order of its group filled.</summary>
    public const string Oco = "OCO";

    /// <summary>The sender cancelled it.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>The fill that is known last is not the venue's.</summary>
    public const string UnknownFill = "UNKNOWN_FILL";

    /// <summary>The venue did not let the order be cancelled.</summary>
    public const string CancelRejected = "CANCEL_REJECTED";

    /// <summary>The connection broke: the call may or may not have arrived.</summary>
    public const string Disconnected = "DISCONNECTED";

    /// <summary>The answer did not come in time: the call may or may not have had its effect.</summary>
    public const string Timeout = "TIMEOUT";
}
