namespace Sentinel.Exchange.Simulator;

/// <summary>Fills orders against one bar: how much the bar, the position and the account allow, at what price and fee.</summary>
internal sealed class FillMaker(Venue venue, Bar bar, Instrument instrument)
{
    private readonly decimal _cap = venue.Options.VolumeCap is { } share ? instrument.FloorToLot(share * bar.Volume) : decimal.MaxValue;
    private decimal _used;

    /// <summary>Takes at the reference price and costs, or at the limit where that is better for the venue.</summary>
    public void Take(OrderState order, decimal reference, DateTimeOffset at) => Make(order, reference, at, Liquidity.Taker, quantity =>
    {
        var price = FillPricing.Taker(venue.Options, instrument, order.Request.Side, reference, Participation(quantity));
        return order.Request.LimitPrice is not { } limit ? price : order.Request.Side is OrderSide.Buy ? Math.Min(price, limit) : Math.Max(price, limit);
    });

    /// <summary>Is taken at the limit.</summary>
    public void Rest(OrderState order, DateTimeOffset at) =>
        Make(order, order.Request.LimitPrice!.Value, at, Liquidity.Maker, _ => order.Request.LimitPrice!.Value);

    private void Make(OrderState order, decimal reference, DateTimeOffset at, Liquidity liquidity, Func<decimal, decimal> priceOf)
    {
        var request = order.Request;
        var quantity = Math.Min(order.Remaining, _cap - _used);
        if (request.ReduceOnly)
        {
            quantity = Math.Min(quantity, Math.Abs(venue.Ledger.Quantity(request.Symbol)));
        }

        if (quantity <= 0)
        {
            return;
        }

        var affordable = BuyingPower.Affordable(
            venue, request, instrument, quantity, reference, priceOf, (part, paid) => FillPricing.Fee(instrument, liquidity, part, paid));
        if (affordable > 0)
        {
            Book(order, affordable, priceOf(affordable), reference, at, liquidity);
        }

        if (affordable < quantity && venue.Find(request.ClientOrderId) is { IsOpen: true } rest)
        {
            venue.Cancel(rest, ExchangeCodes.InsufficientFunds);
        }
    }

    private void Book(OrderState order, decimal quantity, decimal price, decimal reference, DateTimeOffset at, Liquidity liquidity)
    {
        _used += quantity;
        var filled = order.Filled + quantity;
        order = order with
        {
            Filled = filled,
            FilledValue = order.FilledValue + (quantity * price),
            Status = filled == order.Request.Quantity ? OrderStatus.Filled : OrderStatus.PartiallyFilled,
        };
        venue.Put(order);
        venue.Add(new Fill
        {
            Id = FillId.Of(venue.Fills.Count + 1),
            ClientOrderId = order.Request.ClientOrderId,
            Symbol = bar.Symbol,
            Side = order.Request.Side,
            Quantity = quantity,
            Price = price,
            Fee = FillPricing.Fee(instrument, liquidity, quantity, price),
            Liquidity = liquidity,
            OrderType = order.Request.Type,
            SlippageBp = liquidity is Liquidity.Maker ? 0 : FillPricing.SlippageBp(order.Request.Side, price, reference),
            Timestamp = at,
        });
        LinkedOrders.AfterFill(venue, order, quantity, bar.OpenTime);
    }

    private decimal Participation(decimal quantity) => bar.Volume == 0 ? 1 : Math.Min(1, (_used + quantity) / bar.Volume);
}
