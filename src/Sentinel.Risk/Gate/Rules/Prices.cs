namespace Sentinel.Risk.Rules;

/// <summary>At which prices an order is reckoned: always those that make it riskier.</summary>
internal static class Prices
{
    /// <summary>The price an order starts from: its limit, its trigger, or the last price.</summary>
    public static decimal Reference(OrderRequest order, decimal last) => order switch
    {
        { Type: OrderType.Limit, LimitPrice: { } limit } => limit,
        { Type: OrderType.Stop, StopPrice: { } trigger } => trigger,
        _ => last,
    };

    /// <summary>The highest price at which it may stand in the books right after its fill.</summary>
    public static decimal Highest(OrderRequest order, decimal last, decimal allowance) => order switch
    {
        // A bought limit is filled at it or below.
        { Type: OrderType.Limit, LimitPrice: { } limit, Side: OrderSide.Buy } => Math.Min(limit, Math.Max(limit, last) * (1m + allowance)),
        _ => Math.Max(Reference(order, last), last) * (1m + allowance),
    };

    /// <summary>The worst price of the fill: high for a buy, low for a sell.</summary>
    public static decimal Worst(OrderRequest order, decimal last, decimal allowance)
    {
        if (order is { Type: OrderType.Limit, LimitPrice: { } limit })
        {
            return limit;
        }

        var reference = Reference(order, last);
        return order.Side is OrderSide.Buy ? reference * (1m + allowance) : reference * (1m - allowance);
    }

    /// <summary>Whether the protective stop lies on the losing side of the entry.</summary>
    public static bool StopProtects(OrderRequest order, decimal last)
    {
        var entry = Reference(order, last);
        return order.Side is OrderSide.Buy ? order.ProtectiveStop < entry : order.ProtectiveStop > entry;
    }
}
