namespace Sentinel.Exchange.Simulator;

/// <summary>
/// One bar against the open orders of its symbol. First the open: market orders, stops the price has jumped over, limits. Then the way through the bar, whose
/// order nobody knows: stops, entries with the stops they bring along, targets (or targets first, by option). Among equals the nearest to the open, then the
/// oldest.
/// </summary>
internal sealed class BarMatching
{
    private readonly Venue _venue;
    private readonly Bar _bar;
    private readonly Instrument _instrument;
    private readonly FillMaker _fills;
    private readonly HashSet<long> _waiting = [];
    private long _bornInside = long.MaxValue;

    public BarMatching(Venue venue, Bar bar, Instrument instrument)
    {
        _venue = venue;
        _bar = bar;
        _instrument = instrument;
        _fills = new FillMaker(venue, bar, instrument);
    }

    /// <summary>The time of what happens inside the bar: its middle, since nobody knows better.</summary>
    private DateTimeOffset Inside => _bar.OpenTime + (_bar.Interval / 2);

    public void Run()
    {
        Wait();
        AtOpen();
        Within();
        Close();
    }

    private void Wait()
    {
        foreach (var order in _venue.OpenOrders.Where(order => IsHere(order) && order.WaitBars > 0))
        {
            _venue.Put(order with { WaitBars = order.WaitBars - 1 });
            _waiting.Add(order.Sequence);
        }
    }

    private void AtOpen()
    {
        foreach (var order in Eligible(order => order.Request.Type is OrderType.Market || order.IsTriggered))
        {
            Run(order, current => _fills.Take(current, _bar.Open, _bar.OpenTime));
        }

        TriggerStops(_bar.Open, _bar.Open, _ => _bar.Open, _bar.OpenTime);
        foreach (var order in Eligible(order => order.Request.Type is OrderType.Limit))
        {
            Run(order, MatchLimitAtOpen);
        }

        TriggerStops(_bar.Open, _bar.Open, _ => _bar.Open, _bar.OpenTime);
    }

    private void MatchLimitAtOpen(OrderState order)
    {
        var limit = order.Request.LimitPrice!.Value;
        if (order.IsResting)
        {
            // The market passed a resting order on its way to the open: it is filled at its limit, never better.
            if (IsThrough(order, _bar.Open))
            {
                _fills.Rest(order, _bar.OpenTime);
            }

            return;
        }

        var best = FillPricing.Taker(_venue.Options, _instrument, order.Request.Side, _bar.Open, 0);
        var takes = order.Request.Side is OrderSide.Buy ? best <= limit : best >= limit;
        if (takes && order.Request.TimeInForce is TimeInForce.PostOnly)
        {
            _venue.Cancel(order, ExchangeCodes.PostOnly);
        }
        else if (takes)
        {
            _fills.Take(order, _bar.Open, _bar.OpenTime);
        }
    }

    private void Within()
    {
        _bornInside = _venue.NextSequence;
        if (_venue.Options.Path is IntrabarPath.TargetFirst)
        {
            MatchLimits(reduceOnly: true);
        }

        TriggerInside();
        MatchLimits(reduceOnly: false);
        if (_venue.Options.Path is IntrabarPath.StopFirst)
        {
            MatchLimits(reduceOnly: true);
        }
    }

    private void TriggerInside() => TriggerStops(_bar.Low, _bar.High, order => order.Request.StopPrice!.Value, Inside);

    /// <summary>Until no stop is reached any more: an entry by stop brings its own protective stop.</summary>
    private void TriggerStops(decimal low, decimal high, Func<OrderState, decimal> reference, DateTimeOffset at)
    {
        while (Eligible(order => order is { Request.Type: OrderType.Stop, IsTriggered: false } && IsReached(order, low, high)) is [var order, ..])
        {
            order = order with { IsTriggered = true };
            _venue.Put(order);
            LinkedOrders.AfterTrigger(_venue, order);
            _fills.Take(order, reference(order), at);
        }
    }

    private void MatchLimits(bool reduceOnly)
    {
        foreach (var order in Eligible(order => order.Request.Type is OrderType.Limit && order.Request.ReduceOnly == reduceOnly))
        {
            // The high may have come before the entry: a target that was born inside this bar waits for the next.
            if (order.Request.TimeInForce is TimeInForce.ImmediateOrCancel || order.Sequence >= _bornInside)
            {
                continue;
            }

            if (IsThrough(order, order.Request.Side is OrderSide.Buy ? _bar.Low : _bar.High))
            {
                Run(order, current => _fills.Rest(current, Inside));
                TriggerInside();
            }
        }
    }

    private void Close()
    {
        foreach (var order in Eligible(_ => true))
        {
            if (order.Request.TimeInForce is TimeInForce.ImmediateOrCancel && (order.Request.Type is not OrderType.Stop || order.IsTriggered))
            {
                _venue.Cancel(order, ExchangeCodes.ImmediateOrCancel);
            }
            else if (order.Request.Type is OrderType.Limit && !order.IsResting)
            {
                _venue.Put(order with { IsResting = true });
            }
        }
    }

    /// <summary>Does something with an order as it is by now, if it is still open.</summary>
    private void Run(OrderState order, Action<OrderState> match)
    {
        if (_venue.Find(order.Request.ClientOrderId) is { IsOpen: true } current)
        {
            match(current);
        }
    }

    private OrderState[] Eligible(Func<OrderState, bool> isMeant) =>
    [
        .. _venue.OpenOrders
            .Where(order => IsHere(order) && !_waiting.Contains(order.Sequence) && isMeant(order))
            .OrderBy(order => (order.Request.StopPrice ?? order.Request.LimitPrice) is { } price ? Math.Abs(price - _bar.Open) : 0)
            .ThenBy(order => order.Sequence),
    ];

    private bool IsHere(OrderState order) => order.Request.Symbol == _bar.Symbol && order.ActiveFrom <= _bar.OpenTime;

    private static bool IsReached(OrderState order, decimal low, decimal high) =>
        order.Request.Side is OrderSide.Sell ? low <= order.Request.StopPrice : high >= order.Request.StopPrice;

    private bool IsThrough(OrderState order, decimal price)
    {
        var limit = order.Request.LimitPrice!.Value;
        var through = order.Request.Side is OrderSide.Buy ? price < limit : price > limit;
        return through || (_venue.Options.FillOnTouch && price == limit);
    }
}
