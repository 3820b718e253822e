namespace Sentinel.Exchange.Simulator;

/// <summary>What the venue accepts.</summary>
internal static class OrderRules
{
    /// <summary>The first rule a new order breaks, or null.</summary>
    public static string? Check(Venue venue, OrderRequest order)
    {
        if (venue.Instrument(order.Symbol) is not { } instrument)
        {
            return ExchangeCodes.UnknownSymbol;
        }

        return CheckShape(order)
            ?? CheckGrid(instrument, order)
            ?? CheckMarket(venue, instrument, order)
            ?? CheckFunds(venue, order, order.Quantity);
    }

    /// <summary>The first rule a changed order breaks, or null.</summary>
    public static string? CheckChange(Venue venue, OrderState before, OrderRequest after)
    {
        if (after.Quantity <= before.Filled)
        {
            return ExchangeCodes.InvalidOrder;
        }

        return CheckShape(after)
            ?? CheckGrid(venue.Instrument(after.Symbol)!, after)
            ?? CheckMarket(venue, venue.Instrument(after.Symbol)!, after)
            ?? CheckFunds(venue, after, after.Quantity - before.Filled);
    }

    private static string? CheckShape(OrderRequest order)
    {
        var sound = order.Quantity > 0
            && order.Type is OrderType.Market or OrderType.Limit or OrderType.Stop
            && order.Side is OrderSide.Buy or OrderSide.Sell
            && IsPriced(order.LimitPrice, order.Type is OrderType.Limit)
            && IsPriced(order.StopPrice, order.Type is OrderType.Stop)
            && (order.TimeInForce is not TimeInForce.PostOnly || order.Type is OrderType.Limit)
            && order.ProtectiveStop is null or > 0
            && order.TakeProfit is null or > 0
            && !(order.ReduceOnly && (order.ProtectiveStop ?? order.TakeProfit) is not null);
        return sound ? null : ExchangeCodes.InvalidOrder;
    }

    private static bool IsPriced(decimal? price, bool wanted) => wanted ? price is > 0 : price is null;

    private static string? CheckGrid(Instrument instrument, OrderRequest order)
    {
        decimal?[] prices = [order.LimitPrice, order.StopPrice, order.ProtectiveStop, order.TakeProfit];
        if (prices.Any(price => price is { } value && value % instrument.TickSize != 0))
        {
            return ExchangeCodes.Tick;
        }

        return order.Quantity % instrument.LotSize != 0 ? ExchangeCodes.Lot : null;
    }

    private static string? CheckMarket(Venue venue, Instrument instrument, OrderRequest order)
    {
        var mark = venue.Mark(order.Symbol);
        if ((order.LimitPrice ?? order.StopPrice ?? mark) is not { } price)
        {
            return ExchangeCodes.NoPrice;
        }

        if (order.ReduceOnly)
        {
            var held = venue.Ledger.Quantity(order.Symbol);
            return held != 0 && held > 0 == (order.Side is OrderSide.Sell) ? CheckPostOnly(order, mark) : ExchangeCodes.ReduceOnly;
        }

        // A remainder of a position must be closable: the smallest value holds for what is not reduce-only.
        return order.Quantity * price < instrument.MinNotional ? ExchangeCodes.MinNotional
            : IsOnWrongSide(order, price) ? ExchangeCodes.InvalidOrder
            : CheckPostOnly(order, mark);
    }

    private static string? CheckPostOnly(OrderRequest order, decimal? mark) =>
        order.TimeInForce is TimeInForce.PostOnly && (order.Side is OrderSide.Buy ? order.LimitPrice >= mark : order.LimitPrice <= mark)
            ? ExchangeCodes.PostOnly
            : null;

    private static bool IsOnWrongSide(OrderRequest order, decimal price) => order.Side is OrderSide.Buy
        ? order.ProtectiveStop >= price || order.TakeProfit <= price
        : order.ProtectiveStop <= price || order.TakeProfit >= price;

    private static string? CheckFunds(Venue venue, OrderRequest order, decimal remaining)
    {
        if (order.ReduceOnly)
        {
            return null;
        }

        var needed = BuyingPower.Needed(venue, order, remaining);
        return needed > 0 && needed > BuyingPower.Available(venue, order.ClientOrderId) ? ExchangeCodes.InsufficientFunds : null;
    }
}
