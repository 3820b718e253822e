namespace Sentinel.Exchange.Simulator;

/// <summary>
/// What the account can pay for: positions may be worth at most <see cref="SimulatorOptions.MaxLeverage"/> times equity. At 1 and without shorts that is the
/// same as cash of 0 or more. What only reduces a position is never refused.
/// </summary>
internal static class BuyingPower
{
    /// <summary>What new orders may still use.</summary>
    public static decimal Available(Venue venue, string? except = null)
    {
        var gross = 0m;
        var equity = venue.Ledger.Cash;
        foreach (var position in venue.Ledger.Positions())
        {
            var value = position.Quantity * (venue.Mark(position.Symbol) ?? position.LastPrice);
            gross += Math.Abs(value);
            equity += value;
        }

        return (venue.Options.MaxLeverage * equity) - gross - Reserved(venue, except);
    }

    /// <summary>What an order would need beyond closing what is open.</summary>
    public static decimal Needed(Venue venue, OrderRequest order, decimal remaining)
    {
        var closing = Closable(venue, order.Symbol, order.Side);
        foreach (var other in venue.OpenOrders)
        {
            if (!other.Request.ReduceOnly && other.Request.Symbol == order.Symbol && other.Request.Side == order.Side
                && !string.Equals(other.Request.ClientOrderId, order.ClientOrderId, StringComparison.Ordinal))
            {
                closing = Math.Max(0, closing - other.Remaining);
            }
        }

        return Cost(venue, order, Math.Max(0, remaining - closing));
    }

    /// <summary>The largest part of a quantity, in lots, after which the account still holds what it may.</summary>
    /// <param name="venue">The account.</param>
    /// <param name="order">The order.</param>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="quantity">In lots, above 0.</param>
    /// <param name="reference">What the symbol is worth at this moment.</param>
    /// <param name="price">The price of a fill of some quantity, not better for more.</param>
    /// <param name="fee">The fee of a fill of some quantity at a price.</param>
    public static decimal Affordable(
        Venue venue, OrderRequest order, Instrument instrument, decimal quantity, decimal reference, Func<decimal, decimal> price, Func<decimal, decimal, decimal> fee)
    {
        var closing = Math.Min(quantity, Closable(venue, order.Symbol, order.Side));
        if (closing == quantity || Holds(quantity))
        {
            return quantity;
        }

        // Halving over whole lots: fees and slippage make the exact bound no closed formula.
        var (low, high) = (closing / instrument.LotSize, quantity / instrument.LotSize);
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            (low, high) = Holds(middle * instrument.LotSize) ? (middle, high) : (low, middle);
        }

        return low * instrument.LotSize;

        bool Holds(decimal part)
        {
            var signed = order.Side is OrderSide.Buy ? part : -part;
            var paid = price(part);
            var held = venue.Ledger.Quantity(order.Symbol) + signed;
            var equity = venue.Ledger.Cash - (signed * paid) - fee(part, paid) + (held * reference);
            var gross = Math.Abs(held * reference);
            foreach (var position in venue.Ledger.Positions())
            {
                if (position.Symbol != order.Symbol)
                {
                    var value = position.Quantity * (venue.Mark(position.Symbol) ?? position.LastPrice);
                    equity += value;
                    gross += Math.Abs(value);
                }
            }

            return gross <= venue.Options.MaxLeverage * equity;
        }
    }

    private static decimal Reserved(Venue venue, string? except)
    {
        var sum = 0m;
        var closable = new Dictionary<(Symbol, OrderSide), decimal>();
        foreach (var order in venue.OpenOrders)
        {
            var request = order.Request;
            if (request.ReduceOnly || string.Equals(request.ClientOrderId, except, StringComparison.Ordinal))
            {
                continue;
            }

            var key = (request.Symbol, request.Side);
            var closing = closable.TryGetValue(key, out var left) ? left : Closable(venue, request.Symbol, request.Side);
            closable[key] = Math.Max(0, closing - order.Remaining);
            sum += Cost(venue, request, Math.Max(0, order.Remaining - closing));
        }

        return sum;
    }

    private static decimal Closable(Venue venue, Symbol symbol, OrderSide side)
    {
        var held = venue.Ledger.Quantity(symbol);
        return Math.Max(0, side is OrderSide.Buy ? -held : held);
    }

    private static decimal Cost(Venue venue, OrderRequest order, decimal quantity) =>
        quantity == 0 ? 0 : quantity * ExpectedPrice(venue, order) * (1 + (venue.Instrument(order.Symbol)?.TakerFee ?? 0));

    private static decimal ExpectedPrice(Venue venue, OrderRequest order) => order.LimitPrice ?? order.StopPrice ?? venue.Mark(order.Symbol) ?? 0;
}
