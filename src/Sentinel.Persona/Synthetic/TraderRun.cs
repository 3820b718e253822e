using System.Globalization;

namespace Sentinel.Persona;

/// <summary>One run of a synthetic trader over a market.</summary>
internal sealed class TraderRun(SyntheticTrader trader, TradedMarket market, decimal start, Random random)
{
    private const decimal FeeRate = 0.0005m;
    private const double FomoEntriesPerDay = 6;
    private const int MaxWaiting = 3;

    private readonly SortedDictionary<Symbol, OpenTrade> _open = [];
    private readonly List<Fill> _fills = [];
    private readonly List<PlacedOrder> _orders = [];
    private readonly decimal _start = start;
    private decimal _cash = start;
    private bool _lastLost;
    private int _waiting;
    private int _nextId;

    public SyntheticHistory Trade(DateTimeOffset from)
    {
        for (var i = 0; i < market.Opens.Count; i++)
        {
            var time = market.Opens[i];
            if (time < from)
            {
                continue;
            }

            var traits = trader.At(time);
            foreach (var trade in _open.Values.ToArray())
            {
                if (market.Symbol(trade.Symbol).Bar(i) is { } bar)
                {
                    AtOpen(trade, bar);
                }
            }

            Enter(i, time, traits);
            foreach (var trade in _open.Values.ToArray())
            {
                if (market.Symbol(trade.Symbol).Bar(i) is { } bar)
                {
                    InsideBar(trade, bar, traits);
                }
            }
        }

        return new SyntheticHistory { StartingEquity = _start, Fills = [.. _fills.OrderBy(fill => fill.Timestamp)], Orders = _orders };
    }

    private void AtOpen(OpenTrade trade, Bar bar)
    {
        if (trade.ClockHours >= trade.PlannedHours)
        {
            Exit(trade, bar.Open, bar.OpenTime);
            return;
        }

        if (trade.TakesAdd(bar.Open))
        {
            var quantity = trade.Quantity;
            Record(trade.Symbol, trade.IsLong, quantity, bar.Open, bar.OpenTime, trade.Stop);
            (trade.Quantity, trade.Cost) = (trade.Quantity + quantity, trade.Cost + (quantity * bar.Open));
        }
    }

    private void InsideBar(OpenTrade trade, Bar bar, TraderTraits traits)
    {
        if (trade.IsStopped(bar))
        {
            Exit(trade, trade.StopFill(bar), bar.OpenTime + (bar.Interval / 2));
            return;
        }

        trade.ClockHours += bar.Interval.TotalHours * (trade.IsGain(bar.Close) ? 1 + traits.Disposition : 1 / (1 + traits.Disposition));
    }

    private void Enter(int i, DateTimeOffset time, TraderTraits traits)
    {
        var weight = Draws.HourWeight(time.UtcDateTime.TimeOfDay.TotalHours, traits.ActiveHour, traits.HourFocus) * market.Interval.TotalDays;
        var planned = random.NextDouble() < 1 - Math.Exp(-traits.EntriesPerDay * weight);
        var waits = planned && random.NextDouble() < traits.Fomo;
        if (waits)
        {
            _waiting = Math.Min(MaxWaiting, _waiting + 1);
        }

        if (_waiting > 0 && random.NextDouble() < 1 - Math.Exp(-FomoEntriesPerDay * weight)
            && Choose(i, traits, symbol => market.Symbol(symbol).AfterExtremeDay(time)) is { } extreme)
        {
            _waiting--;
            Enter(extreme, i, time, traits);
        }

        if (planned && !waits && Choose(i, traits, _ => true) is { } chosen)
        {
            Enter(chosen, i, time, traits);
        }
    }

    /// <summary>An asset by weight among those that are not held and that trade now.</summary>
    private Symbol? Choose(int i, TraderTraits traits, Func<Symbol, bool> among)
    {
        var free = traits.Assets
            .Where(asset => !_open.ContainsKey(asset.Symbol) && market.Symbol(asset.Symbol) is var symbol
                && symbol.Bar(i) is not null && symbol.AtrBefore(i) > 0 && among(asset.Symbol))
            .ToArray();
        var left = random.NextDouble() * free.Sum(asset => asset.Weight);
        foreach (var asset in free)
        {
            left -= asset.Weight;
            if (left <= 0)
            {
                return asset.Symbol;
            }
        }

        return free.Length > 0 ? free[^1].Symbol : null;
    }

    private void Enter(Symbol symbol, int i, DateTimeOffset time, TraderTraits traits)
    {
        var price = market.Symbol(symbol).Bar(i)!.Open;
        var atr = market.Symbol(symbol).AtrBefore(i);
        var distance = Math.Min(random.LogNormal(traits.StopDistanceAtr, 0.15) * atr, (double)price * 0.9);
        var risk = random.LogNormal(traits.RiskPerTrade, traits.RiskSpread) * (_lastLost ? traits.Revenge : 1);
        var quantity = Math.Round((decimal)((double)Equity(i) * risk / distance), 8);
        if (quantity <= 0)
        {
            return;
        }

        var isLong = random.NextDouble() >= traits.ShortShare;
        var stop = random.NextDouble() < traits.StopRate ? price + ((decimal)distance * (isLong ? -1 : 1)) : (decimal?)null;
        Record(symbol, isLong, quantity, price, time, stop);
        _open[symbol] = new OpenTrade
        {
            Symbol = symbol,
            IsLong = isLong,
            Quantity = quantity,
            Cost = quantity * price,
            Stop = stop,
            Atr = atr,
            PlannedHours = random.LogNormal(traits.MedianHold.TotalHours, traits.HoldSpread),
            MayAddDown = random.NextDouble() < traits.AveragingDown,
            MayAddUp = random.NextDouble() < traits.Pyramiding,
        };
    }

    private void Exit(OpenTrade trade, decimal price, DateTimeOffset time)
    {
        Record(trade.Symbol, !trade.IsLong, trade.Quantity, price, time, null);
        _open.Remove(trade.Symbol);
        var fees = FeeRate * trade.Quantity * (price + trade.AveragePrice);
        _lastLost = ((price - trade.AveragePrice) * trade.Quantity * (trade.IsLong ? 1 : -1)) - fees < 0;
    }

    private void Record(Symbol symbol, bool isBuy, decimal quantity, decimal price, DateTimeOffset time, decimal? stop)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{trader.Name}-{_nextId++:000000}");
        var side = isBuy ? OrderSide.Buy : OrderSide.Sell;
        var fee = quantity * price * FeeRate;
        _orders.Add(new PlacedOrder(new OrderRequest { ClientOrderId = id, Symbol = symbol, Side = side, Quantity = quantity, ProtectiveStop = stop }, time));
        _fills.Add(new Fill { Id = id, ClientOrderId = id, Symbol = symbol, Side = side, Quantity = quantity, Price = price, Fee = fee, Timestamp = time });
        _cash -= (quantity * price * (isBuy ? 1 : -1)) + fee;
    }

    private decimal Equity(int i)
    {
        var equity = _cash;
        foreach (var trade in _open.Values)
        {
            equity += trade.Quantity * (market.Symbol(trade.Symbol).Bar(i)?.Open ?? trade.AveragePrice) * (trade.IsLong ? 1 : -1);
        }

        // A ruined trader goes on small, so that behaviour stays visible.
        return Math.Max(equity, _start / 20);
    }
}
