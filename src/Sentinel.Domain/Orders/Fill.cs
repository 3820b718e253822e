namespace Sentinel;

/// <summary>One trade of one order.</summary>
public sealed record Fill
{
    /// <summary>The venue's id of the trade; a second fill with the same id is the same trade.</summary>
    public required string Id { get; init; }

    /// <summary>The sender's id of the order.</summary>
    public required string ClientOrderId { get; init; }

    /// <summary>What was traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Which way.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>How much, above 0.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>At which price, costs of spread and slippage in it.</summary>
    public required decimal Price { get; init; }

    /// <summary>What was paid to the venue in the quote currency; below 0 is a rebate.</summary>
    public decimal Fee { get; init; }

    /// <summary>Whose order rested.</summary>
    public Liquidity Liquidity { get; init; }

    /// <summary>What kind of order it came from; a fill of a file that does not say counts as a market order's.</summary>
    public OrderType OrderType { get; init; }

    /// <summary>How much worse than the reference price, in basis points of it.</summary>
    public decimal SlippageBp { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Quantity with the sign of the side.</summary>
    public decimal SignedQuantity => Side is OrderSide.Buy ? Quantity : -Quantity;
}
