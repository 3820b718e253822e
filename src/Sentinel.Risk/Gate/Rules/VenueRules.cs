namespace Sentinel.Risk.Rules;

/// <summary>What a venue asks for. Rounding goes toward less risk, and what cannot be rounded is denied.</summary>
internal static class VenueRules
{
    public static void PriceInsane(GateRun run)
    {
        if (run.Bar is not { } bar || run.Order is not { Type: OrderType.Limit, LimitPrice: > 0m and <= GateRun.Largest and { } limit })
        {
            return;
        }

        var distance = Math.Abs(limit - bar.Close);
        var share = distance / bar.Close;
        if (share > run.Settings.LimitDistance)
        {
            run.DenyOpening(GateCodes.PriceInsane, $"the limit is {share:P1} from the last price, allowed are {run.Settings.LimitDistance:P1}", Severity.Of(share, run.Settings.LimitDistance));
        }
        else if (run.Context.Market?.Atr is { } atr && atr > 0 && atr < (double)GateRun.Largest && distance > (decimal)atr * run.Settings.LimitDistanceAtr)
        {
            run.DenyOpening(GateCodes.PriceInsane, $"the limit is further than {run.Settings.LimitDistanceAtr} average true ranges from the last price");
        }
    }

    public static void Quantity(GateRun run)
    {
        var order = run.Order;
        if (order.Quantity <= 0m || order.Quantity > GateRun.Largest)
        {
            run.Deny(GateCodes.Lot, $"the quantity is not above 0, or beyond reason");
        }
        else if (order.ReduceOnly && run.Closing <= 0m)
        {
            run.Deny(GateCodes.Lot, $"there is nothing that the order could reduce");
        }
        else if (order.ReduceOnly)
        {
            run.Shrink(GateCodes.Lot, run.Closing, $"no more is held");
        }
    }

    public static void Tick(GateRun run)
    {
        var order = run.Order;
        if ((order.Type is OrderType.Limit && !IsPrice(order.LimitPrice)) || (order.Type is OrderType.Stop && !IsPrice(order.StopPrice)))
        {
            run.Deny(GateCodes.Tick, $"a limit or stop order needs a price above 0");
            return;
        }

        if (run.Instrument is not { TickSize: > 0m } instrument)
        {
            return;
        }

        var buys = run.IsBuy;
        var rounded = order with
        {
            LimitPrice = Grid(order.LimitPrice, up: !buys),

            // A closing trigger comes nearer to the price; an entry's goes away from it.
            StopPrice = Grid(order.StopPrice, up: run.Opens ? buys : !buys),
            ProtectiveStop = Grid(order.ProtectiveStop, up: buys),
            TakeProfit = Grid(order.TakeProfit, up: !buys),
        };
        if (rounded == order)
        {
            return;
        }

        run.Order = rounded;
        run.Note(GateCodes.Tick, $"prices were moved to the grid of {instrument.TickSize}");
        if (rounded.ProtectiveStop is not null && run.Bar is { } bar && !Prices.StopProtects(rounded, bar.Close))
        {
            run.DenyOpening(GateCodes.Tick, $"on the price grid the stop meets the entry");
        }

        decimal? Grid(decimal? price, bool up) => !IsPrice(price) ? price : up ? instrument.CeilingToTick(price!.Value) : instrument.FloorToTick(price!.Value);
    }

    public static void Lot(GateRun run)
    {
        if (run.IsDenied || run.Instrument is not { LotSize: > 0m } instrument)
        {
            return;
        }

        var floored = instrument.FloorToLot(run.Quantity);
        if (floored <= 0m)
        {
            run.Deny(GateCodes.Lot, $"less than one lot of {instrument.LotSize} is left");
        }
        else
        {
            run.Shrink(GateCodes.Lot, floored, $"rounded down to lots of {instrument.LotSize}");
        }
    }

    public static void MinNotional(GateRun run)
    {
        // Venues let a small rest be closed.
        if (run.IsDenied || run.Instrument is not { } instrument || run.Bar is not { } bar || (run.Closing > 0m && run.Quantity <= run.Closing))
        {
            return;
        }

        var value = run.Quantity * Prices.Reference(run.Order, bar.Close);
        if (value < instrument.MinNotional)
        {
            run.Deny(GateCodes.MinNotional, $"an order of {value:0.##} is below the venue's {instrument.MinNotional:0.##}");
        }
    }

    private static bool IsPrice(decimal? price) => price is > 0m and <= GateRun.Largest;
}
