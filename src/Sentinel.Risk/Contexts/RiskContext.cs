namespace Sentinel.Risk;

/// <summary>All that sizing and the gate look at besides the order. What is not known is null: that is a state of its own, never "empty".</summary>
public sealed record RiskContext
{
    /// <summary>The time of the check, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What is held; null when it is not known.</summary>
    public Portfolio? Portfolio { get; init; }

    /// <summary>The mandate in force; null when it is not known. One that is not in force yet counts as not known.</summary>
    public Mandate? Mandate { get; init; }

    /// <summary>What the venue says of the symbol; null when the venue does not know it.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>What is known of the symbol's market.</summary>
    public MarketSnapshot? Market { get; init; }

    /// <summary>How the symbol moves with what is held. A held asset that is missing here counts as moving with it.</summary>
    public IReadOnlyList<AssetCorrelation> Correlations { get; init; } = [];

    /// <summary>Orders that are open at the venue.</summary>
    public IReadOnlyList<RestingOrder> Pending { get; init; } = [];

    /// <summary>Kill switch and halts.</summary>
    public TradingState State { get; init; } = TradingState.Open;
}

/// <summary>How the symbol of the order moves with another asset.</summary>
/// <param name="Symbol">The other asset.</param>
/// <param name="Rho">Correlation of returns, -1 to 1; NaN counts as moving together.</param>
public sealed record AssetCorrelation(Symbol Symbol, double Rho);

/// <summary>An order that is open at the venue.</summary>
/// <param name="Order">The order as it was sent.</param>
/// <param name="Remaining">What is not filled yet.</param>
/// <param name="Mark">The last price of its symbol.</param>
public sealed record RestingOrder(OrderRequest Order, decimal Remaining, decimal Mark)
{
    /// <summary>What it would be worth when filled: at its own price, and never at less than the market's.</summary>
    public decimal Value => Remaining * Math.Max(Mark, Math.Max(Order.LimitPrice ?? 0m, Order.StopPrice ?? 0m));
}
