namespace Sentinel;

/// <summary>An order as it is sent. Sending the same <see cref="ClientOrderId"/> again does nothing.</summary>
public sealed record OrderRequest
{
    /// <summary>The sender's id and idempotency key.</summary>
    public required string ClientOrderId { get; init; }

    /// <summary>What to trade.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Which way.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>When it trades.</summary>
    public OrderType Type { get; init; }

    /// <summary>How much, in the asset; above 0.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The worst price of a limit order.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>The trigger of a stop order.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>How long it lives.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>Whether it may only bring the position nearer to zero.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Orders of the same group cancel each other when one fills.</summary>
    public string? OcoGroup { get; init; }

    /// <summary>A protective stop placed with the entry's fill (reduce-only, one group with <see cref="TakeProfit"/>).</summary>
    public decimal? ProtectiveStop { get; init; }

    /// <summary>A target placed with the entry's fill.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>The decision it came from.</summary>
    public string? DecisionId { get; init; }
}
