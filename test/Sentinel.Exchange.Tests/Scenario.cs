using CsCheck;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests;

/// <summary>Random traders on random bars: each step sends, changes and cancels orders, then a bar comes, or is missing.</summary>
internal sealed record Scenario(SimulatorOptions Options, Step[] Steps)
{
    private static readonly Gen<Act> Acts = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[0, 63], Gen.Int[1, 400], Gen.Int[-30, 30], Gen.Int[1, 40], Gen.Int[0, 5])
        .Select((kind, order, flags, quantity, price, distance, group) => new Act(kind, order, flags, quantity, price, distance, group));

    private static readonly Gen<Step> AnyStep = Gen.Select(Acts.Array[0, 3], Gen.Int[0, 9], Gen.Int[-40, 40], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 4], Gen.Bool)
        .Select((acts, missing, gap, up, down, volume, eth) => new Step(acts, missing == 0, gap, up, down, volume, eth));

    /// <summary>Under any rules.</summary>
    public static readonly Gen<Scenario> Any = Gen.Select(AnyStep.Array[1, 25], Gen.Bool, Gen.Bool, Gen.Int[0, 1], Gen.Int[1, 3], Gen.Int[0, 3])
        .Select((steps, touch, path, latency, leverage, cash) => new Scenario(
            Market.Free with
            {
                Instruments = [Instrument(Market.Btc, 0.0007m), Instrument(Market.Eth, 0.0013m)],
                InitialCash = (cash * 7_000m) + 3_000.01m,
                SlippageFactor = 0.01m,
                FillOnTouch = touch,
                Path = path ? IntrabarPath.StopFirst : IntrabarPath.TargetFirst,
                LatencyBars = latency,
                MaxLeverage = leverage,
            },
            steps));

    /// <summary>The calls of a step to a venue, in the order they are made.</summary>
    public IEnumerable<Func<IExchange, Task<ExchangeResult<OrderState>>>> CallsOf(int number) =>
        Steps[number].Acts.Select((act, i) => act.ToCall($"{number:D2}-{i}", MarkBefore(number)));

    /// <summary>Runs all steps; <paramref name="onBar"/> sees each bar with its fills.</summary>
    public SimulatedExchange Run(SimulatedExchange? exchange = null, Action<SimulatedExchange, Bar, IReadOnlyList<Fill>>? onBar = null, int repeat = 1, int from = 0, int? to = null)
    {
        exchange ??= new SimulatedExchange(Options);
        for (var i = from; i < (to ?? Steps.Length); i++)
        {
            foreach (var call in CallsOf(i))
            {
                for (var n = 0; n < repeat; n++)
                {
                    call(exchange).Wait();
                }
            }

            if (BarOf(i) is { } bar)
            {
                var fills = exchange.OnBar(bar);
                onBar?.Invoke(exchange, bar, fills);
            }
        }

        return exchange;
    }

    /// <summary>The bar of a step, or null when it is missing. Prices walk from 100 and stay above 5.</summary>
    public Bar? BarOf(int number)
    {
        var step = Steps[number];
        if (step.IsMissing)
        {
            return null;
        }

        var open = Math.Max(5m, MarkBefore(number) + (step.Gap / 4m));
        var (high, low) = (open + (step.Up / 3), Math.Max(1m, open - (step.Down / 3)));
        return Market.BarAt(number, open, high, low, Close(high, low, step), step.Volume * 300m, step.IsEth ? Market.Eth : Market.Btc);
    }

    private static decimal Close(decimal high, decimal low, Step step) => decimal.Round(low + ((high - low) * (step.Up + 1) / (step.Up + step.Down + 2)), 2);

    private decimal MarkBefore(int number)
    {
        var mark = 100m;
        for (var i = 0; i < number; i++)
        {
            var step = Steps[i];
            if (!step.IsMissing)
            {
                var open = Math.Max(5m, mark + (step.Gap / 4m));
                mark = Close(open + (step.Up / 3), Math.Max(1m, open - (step.Down / 3)), step);
            }
        }

        return mark;
    }

    private static Instrument Instrument(Symbol symbol, decimal takerFee) => new()
    {
        Symbol = symbol, TickSize = 0.01m, LotSize = 0.03m, MinNotional = 5m, TakerFee = takerFee, MakerFee = -0.00003m, Spread = 0.0011m,
    };
}

internal sealed record Step(Act[] Acts, bool IsMissing, int Gap, int Up, int Down, int Volume, bool IsEth);

internal sealed record Act(int Kind, int Order, int Flags, int Quantity, int Price, int Distance, int Group)
{
    public Func<IExchange, Task<ExchangeResult<OrderState>>> ToCall(string id, decimal mark) => Kind switch
    {
        0 => exchange => exchange.CancelAsync(Target),
        1 => exchange => exchange.ReplaceAsync(Target + ":sl", new OrderChange(StopPrice: Math.Max(0.01m, mark - Distance))),
        2 => exchange => exchange.ReplaceAsync(Target, new OrderChange(Quantity: Quantity * 0.03m, LimitPrice: (Flags & 1) == 0 ? null : Math.Max(0.01m, mark + Price))),
        _ => exchange => exchange.PlaceAsync(ToOrder(id, mark)),
    };

    private string Target => $"{Order:D2}-{Group % 3}";

    private OrderRequest ToOrder(string id, decimal mark)
    {
        var side = (Flags & 1) == 0 ? OrderSide.Buy : OrderSide.Sell;
        var type = (OrderType)(Kind % 3);
        var price = Math.Max(0.01m, mark + (Price / 2m));
        var from = type is OrderType.Market ? mark : price;
        var reduceOnly = (Flags & 6) == 6;
        var sign = side is OrderSide.Buy ? 1 : -1;
        return new OrderRequest
        {
            ClientOrderId = id,
            Symbol = (Flags & 32) == 0 ? Market.Btc : Market.Eth,
            Side = side,
            Type = type,
            Quantity = Quantity * 0.03m,
            LimitPrice = type is OrderType.Limit ? price : null,
            StopPrice = type is OrderType.Stop ? price : null,
            TimeInForce = (Flags & 24) switch { 8 => TimeInForce.ImmediateOrCancel, 16 when type is OrderType.Limit => TimeInForce.PostOnly, _ => TimeInForce.GoodTilCancelled },
            ReduceOnly = reduceOnly,
            OcoGroup = Group < 2 ? $"g{Group}" : null,
            ProtectiveStop = reduceOnly || (Flags & 2) == 0 ? null : Math.Max(0.01m, from - (sign * Distance / 4m)),
            TakeProfit = reduceOnly || (Flags & 4) == 0 ? null : Math.Max(0.01m, from + (sign * Distance / 3)),
        };
    }
}
