namespace Sentinel.Exchange.Simulator;

/// <summary>Takes orders in, changes them, cancels them.</summary>
internal static class OrderDesk
{
    public static ExchangeResult<OrderState> Place(Venue venue, OrderRequest request, DateTimeOffset activeFrom)
    {
        if (string.IsNullOrEmpty(request.ClientOrderId))
        {
            return Fail(ExchangeCodes.InvalidOrder);
        }

        if (venue.Find(request.ClientOrderId) is { } known)
        {
            return (known.Sent ?? known.Request) != request ? Fail(ExchangeCodes.DuplicateId)
                : known.Status is OrderStatus.Rejected ? Fail(known.Code!)
                : ExchangeResult.Ok(known);
        }

        var code = OrderRules.Check(venue, request);
        var order = new OrderState
        {
            Request = request,
            Sequence = venue.NextSequence,
            Status = code is null ? OrderStatus.New : OrderStatus.Rejected,
            Code = code,
            ActiveFrom = activeFrom,
            WaitBars = venue.Options.LatencyBars,
        };
        venue.Put(order);
        return code is null ? ExchangeResult.Ok(order) : Fail(code);
    }

    public static ExchangeResult<OrderState> Cancel(Venue venue, string clientOrderId)
    {
        if (venue.Find(clientOrderId) is not { } order)
        {
            return Fail(ExchangeCodes.UnknownOrder);
        }

        if (!order.IsOpen)
        {
            return order.Status is OrderStatus.Cancelled ? ExchangeResult.Ok(order) : Fail(ExchangeCodes.OrderClosed);
        }

        venue.Cancel(order, ExchangeCodes.Cancelled);
        return ExchangeResult.Ok(venue.Find(clientOrderId)!);
    }

    public static ExchangeResult<OrderState> Replace(Venue venue, string clientOrderId, OrderChange change, DateTimeOffset activeFrom)
    {
        if (venue.Find(clientOrderId) is not { } order)
        {
            return Fail(ExchangeCodes.UnknownOrder);
        }

        if (!order.IsOpen || order.IsTriggered)
        {
            return Fail(ExchangeCodes.OrderClosed);
        }

        var request = order.Request with
        {
            Quantity = change.Quantity ?? order.Request.Quantity,
            LimitPrice = change.LimitPrice ?? order.Request.LimitPrice,
            StopPrice = change.StopPrice ?? order.Request.StopPrice,
        };
        if (request == order.Request)
        {
            return ExchangeResult.Ok(order);
        }

        if (OrderRules.CheckChange(venue, order, request) is { } code)
        {
            return Fail(code);
        }

        // A changed order arrives anew: it meets the next open, and may take there.
        var changed = order with
        {
            Sent = order.Sent ?? order.Request,
            Request = request,
            ActiveFrom = activeFrom,
            WaitBars = venue.Options.LatencyBars,
            IsResting = false,
        };
        venue.Put(changed);
        return ExchangeResult.Ok(changed);
    }

    private static ExchangeResult<OrderState> Fail(string code) => ExchangeResult.Fail<OrderState>(Rejections.Error(code));
}
