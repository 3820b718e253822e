namespace Sentinel.Exchange;

/// <summary>Reads the protective stops of positions out of open orders.</summary>
public static class ProtectiveStops
{
    /// <summary>The stop price by symbol: of several stops the one furthest from the price, where the last of the position would be closed.</summary>
    public static IReadOnlyDictionary<Symbol, decimal> Of(IEnumerable<OrderState> openOrders)
    {
        ArgumentNullException.ThrowIfNull(openOrders);
        var stops = new SortedDictionary<Symbol, decimal>();
        foreach (var order in openOrders)
        {
            if (order.IsOpen && order.Request is { ReduceOnly: true, StopPrice: { } stop } request)
            {
                stops[request.Symbol] = !stops.TryGetValue(request.Symbol, out var other) ? stop
                    : request.Side is OrderSide.Sell ? Math.Min(stop, other)
                    : Math.Max(stop, other);
            }
        }

        return stops;
    }
}
