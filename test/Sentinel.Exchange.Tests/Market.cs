using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests;

/// <summary>A venue with one or two markets, and bars by the hour to drive it with.</summary>
internal sealed class Market
{
    public static readonly Symbol Btc = Symbol.Parse("BTC");
    public static readonly Symbol Eth = Symbol.Parse("ETH");
    public static readonly DateTimeOffset Start = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Costs that are easy to see in a result: taker 10 bp, maker 2 bp, no spread.</summary>
    public static readonly Instrument Plain = new()
    {
        Symbol = Btc, TickSize = 0.01m, LotSize = 0.001m, MinNotional = 10m, TakerFee = 0.001m, MakerFee = 0.0002m, Spread = 0m,
    };

    public static readonly SimulatorOptions Free = new()
    {
        Instruments = [Plain, Plain with { Symbol = Eth }], InitialCash = 100_000m, SlippageFactor = 0m,
    };

    private readonly Dictionary<Symbol, int> _hours = [];

    public Market(SimulatorOptions? options = null, bool open = true)
    {
        Exchange = new SimulatedExchange(options ?? Free);
        if (open)
        {
            Bar(100, 100, 100, 100);
        }
    }

    public SimulatedExchange Exchange { get; }

    public decimal Cash => Exchange.GetBalancesAsync().Result.Value![0].Total;

    public decimal Held => Exchange.GetPositionsAsync().Result.Value!.FirstOrDefault(position => position.Symbol == Btc)?.Quantity ?? 0;

    public IReadOnlyList<OrderState> Open => Exchange.GetOpenOrdersAsync().Result.Value!;

    public static Bar BarAt(int hour, decimal open, decimal high, decimal low, decimal close, decimal volume = 1_000, Symbol? symbol = null) => new()
    {
        Symbol = symbol ?? Btc,
        OpenTime = Start.AddHours(hour),
        Interval = TimeSpan.FromHours(1),
        Open = open,
        High = high,
        Low = low,
        Close = close,
        Volume = volume,
    };

    /// <summary>Trades the next hour.</summary>
    public IReadOnlyList<Fill> Bar(decimal open, decimal high, decimal low, decimal close, decimal volume = 1_000, Symbol? symbol = null)
    {
        var hour = _hours.GetValueOrDefault(symbol ?? Btc);
        _hours[symbol ?? Btc] = hour + 1;
        return Exchange.OnBar(BarAt(hour, open, high, low, close, volume, symbol));
    }

    public void Skip(int hours) => _hours[Btc] += hours;

    public OrderState Place(OrderRequest order)
    {
        var result = Exchange.PlaceAsync(order).Result;
        result.Error.ShouldBeNull();
        return result.Value!;
    }

    /// <summary>The code it is refused with.</summary>
    public string Refused(OrderRequest order) => Exchange.PlaceAsync(order).Result.Error.ShouldNotBeNull().Code;

    public OrderState Order(string id) => Exchange.GetOrderAsync(id).Result.Value!;

    /// <summary>Has a long position of one bought at the open of a quiet bar.</summary>
    public Market Holding(decimal quantity, decimal? stop = null, decimal? target = null)
    {
        Place(Orders.Buy("entry", quantity) with { ProtectiveStop = stop, TakeProfit = target });
        Bar(100, 100, 100, 100);
        Held.ShouldBe(quantity);
        return this;
    }
}

/// <summary>Orders to send.</summary>
internal static class Orders
{
    public static OrderRequest Buy(string id, decimal quantity) => New(id, OrderSide.Buy, quantity);

    public static OrderRequest Sell(string id, decimal quantity) => New(id, OrderSide.Sell, quantity);

    public static OrderRequest Limit(this OrderRequest order, decimal price) => order with { Type = OrderType.Limit, LimitPrice = price };

    public static OrderRequest Stop(this OrderRequest order, decimal price) => order with { Type = OrderType.Stop, StopPrice = price };

    private static OrderRequest New(string id, OrderSide side, decimal quantity) =>
        new() { ClientOrderId = id, Symbol = Market.Btc, Side = side, Quantity = quantity };
}
