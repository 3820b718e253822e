namespace Sentinel.Exchange.Simulator;

/// <summary>What a fill or a reached stop means for other orders: protective orders of an entry, groups that cancel each other, orders with nothing left to reduce.</summary>
internal static class LinkedOrders
{
    private const string StopSuffix = ":sl";
    private const string TargetSuffix = ":tp";
    private const string GroupSuffix = ":oco";

    /// <summary>After a fill is booked.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="order">The order, as it is after the fill.</param>
    /// <param name="quantity">What was filled.</param>
    /// <param name="since">From when the entry's protective orders may trade.</param>
    public static void AfterFill(Venue venue, OrderState order, decimal quantity, DateTimeOffset since)
    {
        SettleGroup(venue, order, quantity);
        CancelStale(venue, order.Request.Symbol);
        if (!order.Request.ReduceOnly)
        {
            Protect(venue, order, quantity, since);
        }
    }

    /// <summary>After a stop is reached: it goes at the market whatever comes, so the rest of its group ends.</summary>
    public static void AfterTrigger(Venue venue, OrderState order)
    {
        foreach (var other in Group(venue, order))
        {
            venue.Cancel(other, ExchangeCodes.Oco);
        }

        EndEntry(venue, order);
    }

    /// <summary>
    /// The first fill ends the others of the group. Only a target that is filled in part leaves the stop beside it in place, smaller by the same quantity:
    /// the rest of the position stays protected, and both together never close more than there was.
    /// </summary>
    private static void SettleGroup(Venue venue, OrderState order, decimal quantity)
    {
        foreach (var other in Group(venue, order))
        {
            var rest = other.Request.Quantity - quantity;
            if (order is { IsOpen: true, Request.ReduceOnly: true } && other.Request.ReduceOnly && rest > other.Filled)
            {
                venue.Put(other with { Sent = other.Sent ?? other.Request, Request = other.Request with { Quantity = rest } });
            }
            else
            {
                venue.Cancel(other, ExchangeCodes.Oco);
            }
        }

        EndEntry(venue, order);
    }

    /// <summary>Once a protective order has spoken, what is still open of its entry would only open the position again.</summary>
    private static void EndEntry(Venue venue, OrderState order)
    {
        if (order.ParentId is { } parent && venue.Find(parent) is { IsOpen: true } entry)
        {
            venue.Cancel(entry, ExchangeCodes.Oco);
        }
    }

    private static IEnumerable<OrderState> Group(Venue venue, OrderState order) => order.Request.OcoGroup is not { } group
        ? []
        : venue.OpenOrders.Where(other => other.Sequence != order.Sequence && string.Equals(other.Request.OcoGroup, group, StringComparison.Ordinal));

    private static void CancelStale(Venue venue, Symbol symbol)
    {
        var held = venue.Ledger.Quantity(symbol);
        foreach (var order in venue.OpenOrders)
        {
            if (order.Request.ReduceOnly && order.Request.Symbol == symbol && (held == 0 || held > 0 == (order.Request.Side is OrderSide.Buy)))
            {
                venue.Cancel(order, ExchangeCodes.ReduceOnly);
            }
        }
    }

    private static void Protect(Venue venue, OrderState entry, decimal quantity, DateTimeOffset since)
    {
        var held = venue.Ledger.Quantity(entry.Request.Symbol);
        if (held == 0 || held > 0 != (entry.Request.Side is OrderSide.Buy))
        {
            return;
        }

        quantity = Math.Min(quantity, Math.Abs(held));
        Protect(venue, entry, StopSuffix, OrderType.Stop, entry.Request.ProtectiveStop, quantity, since);
        Protect(venue, entry, TargetSuffix, OrderType.Limit, entry.Request.TakeProfit, quantity, since);
    }

    private static void Protect(Venue venue, OrderState entry, string suffix, OrderType type, decimal? price, decimal quantity, DateTimeOffset since)
    {
        var id = entry.Request.ClientOrderId + suffix;
        if (price is null)
        {
            return;
        }

        if (venue.Find(id) is { } known)
        {
            if (known.IsOpen)
            {
                venue.Put(known with { Request = known.Request with { Quantity = known.Request.Quantity + quantity } });
            }

            return;
        }

        venue.Put(new OrderState
        {
            Sequence = venue.NextSequence,
            ActiveFrom = since,
            ParentId = entry.Request.ClientOrderId,
            Request = new OrderRequest
            {
                ClientOrderId = id,
                Symbol = entry.Request.Symbol,
                Side = entry.Request.Side is OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy,
                Type = type,
                Quantity = quantity,
                StopPrice = type is OrderType.Stop ? price : null,
                LimitPrice = type is OrderType.Limit ? price : null,
                ReduceOnly = true,
                OcoGroup = entry.Request.ClientOrderId + GroupSuffix,
                DecisionId = entry.Request.DecisionId,
            },
        });
    }
}
