using CsCheck;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Simulator;

/// <summary>What holds of any orders on any bars.</summary>
public sealed class SimulatorProperties
{
    private const int Runs = 250;

    [Fact]
    public void Run_Any_ConservesMoneyToTheLastDecimalAfterEachBar() => Scenario.Any.Sample(
        scenario => scenario.Run(onBar: (exchange, _, _) =>
        {
            var state = exchange.Snapshot();
            var ledger = state.ToLedger();
            (ledger.Cash + ledger.CostOfPositions - ledger.RealisedPnl + ledger.Fees).ShouldBe(scenario.Options.InitialCash);
            exchange.GetBalancesAsync().Result.Value![0].Total.ShouldBe(ledger.Cash);
            exchange.GetPositionsAsync().Result.Value!.Select(position => (position.Symbol, position.Quantity))
                .ShouldBe(ledger.Positions().Select(position => (position.Symbol, position.Quantity)));
            var marks = state.Marks.ToDictionary(mark => mark.Symbol, mark => mark.Price);
            ledger.Equity(marks).ShouldBe(ledger.Cash + exchange.GetPositionsAsync().Result.Value!.Sum(position => position.Quantity * position.Mark));
        }),
        iter: Runs);

    [Fact]
    public void Run_Any_FillsNoMoreThanTheShareOfTheBarsVolume() => Scenario.Any.Sample(
        scenario => scenario.Run(onBar: (_, bar, fills) =>
        {
            fills.Sum(fill => fill.Quantity).ShouldBeLessThanOrEqualTo(bar.Volume * 0.025m);
            fills.All(fill => fill.Symbol == bar.Symbol && fill.Quantity > 0 && fill.Quantity % 0.03m == 0 && fill.Price % 0.01m == 0).ShouldBeTrue();
        }),
        iter: Runs);

    [Fact]
    public void Run_Any_FillsAtPricesOfTheBarAndItsCosts() => Scenario.Any.Sample(
        scenario => scenario.Run(onBar: (exchange, bar, fills) =>
        {
            foreach (var fill in fills)
            {
                var order = exchange.GetOrderAsync(fill.ClientOrderId).Result.Value!.Request;
                var cost = 0.00055m + (scenario.Options.SlippageFactor * Money.Sqrt(0.025m));
                if (fill.Liquidity is Liquidity.Maker)
                {
                    // In the bar, or a resting limit that the market jumped over.
                    fill.Price.ShouldBe(order.LimitPrice!.Value);
                    (fill.Side is OrderSide.Buy ? bar.Low <= fill.Price : bar.High >= fill.Price).ShouldBeTrue();
                }
                else
                {
                    fill.Price.ShouldBeInRange((bar.Low * (1 - cost)) - 0.01m, (bar.High * (1 + cost)) + 0.01m);
                    (fill.Side is OrderSide.Buy ? fill.Price <= (order.LimitPrice ?? decimal.MaxValue) : fill.Price >= (order.LimitPrice ?? 0)).ShouldBeTrue();
                }

                fill.Timestamp.ShouldBeGreaterThanOrEqualTo(bar.OpenTime);
                fill.Timestamp.ShouldBeLessThan(bar.CloseTime);
                fill.Fee.ShouldBeGreaterThanOrEqualTo(fill.Quantity * fill.Price * (fill.Liquidity is Liquidity.Maker ? -0.00003m : 0.0007m));
            }
        }),
        iter: Runs);

    [Fact]
    public void Run_Any_ReduceOnlyNeverEnlargesOrTurnsAPosition() => Scenario.Any.Sample(
        scenario =>
        {
            var state = scenario.Run().Snapshot();
            var orders = state.Orders.ToDictionary(order => order.Request.ClientOrderId, order => order.Request);
            var held = new Dictionary<Symbol, decimal>();
            foreach (var fill in state.Fills)
            {
                var before = held.GetValueOrDefault(fill.Symbol);
                var after = held[fill.Symbol] = before + fill.SignedQuantity;
                if (orders[fill.ClientOrderId].ReduceOnly)
                {
                    Math.Abs(after).ShouldBeLessThan(Math.Abs(before));
                    (after * before).ShouldBeGreaterThanOrEqualTo(0);
                }
            }
        },
        iter: Runs);

    [Fact]
    public void Run_Any_AGroupNeverFillsBoth() => Scenario.Any.Sample(
        scenario => scenario.Run(onBar: (exchange, _, fills) =>
        {
            var filled = fills.Select(fill => fill.ClientOrderId).Distinct(StringComparer.Ordinal)
                .Select(id => exchange.GetOrderAsync(id).Result.Value!)
                .Where(order => order.Request is { OcoGroup: not null, ReduceOnly: false })
                .ToArray();
            foreach (var order in filled)
            {
                var others = filled.Concat(exchange.GetOpenOrdersAsync().Result.Value!)
                    .Where(other => other.Request.OcoGroup == order.Request.OcoGroup && other.Sequence != order.Sequence);
                others.Select(other => other.Request.ClientOrderId).ShouldBeEmpty("one of a group that filled ends all others");
            }
        }),
        iter: Runs);

    [Fact]
    public void Run_Any_ABracketNeverClosesMoreThanItsEntryOpened() => Scenario.Any.Sample(
        scenario =>
        {
            var state = scenario.Run().Snapshot();
            foreach (var bracket in state.Orders.Where(order => order.ParentId is not null).ToLookup(order => order.ParentId, StringComparer.Ordinal))
            {
                var entry = state.Orders.Single(order => order.Request.ClientOrderId == bracket.Key);
                bracket.Sum(order => order.Filled).ShouldBeLessThanOrEqualTo(entry.Filled);
                (entry.IsOpen && bracket.Any(order => order.Filled > 0)).ShouldBeFalse("an entry whose stop or target has traded is over");
            }
        },
        iter: Runs);

    [Fact]
    public void Run_Any_OrdersEndWithinTheirQuantityAndPositionsOfStopsAreProtected() => Scenario.Any.Sample(
        scenario =>
        {
            var state = scenario.Run().Snapshot();
            foreach (var order in state.Orders)
            {
                var fills = state.Fills.Where(fill => fill.ClientOrderId == order.Request.ClientOrderId).ToArray();
                order.Filled.ShouldBe(fills.Sum(fill => fill.Quantity));
                order.FilledValue.ShouldBe(fills.Sum(fill => fill.Quantity * fill.Price));
                order.Filled.ShouldBeLessThanOrEqualTo(order.Request.Quantity);
                (order.Status is OrderStatus.Filled).ShouldBe(order.Filled == order.Request.Quantity && order.Filled > 0);
                (order.Status is OrderStatus.Rejected && order.Filled > 0).ShouldBeFalse();
                (order.Status is OrderStatus.Cancelled or OrderStatus.Rejected).ShouldBe(order.Code is not null);
            }
        },
        iter: Runs);

    [Fact]
    public void Run_LongOnlyWithoutLeverage_NeverOwesCash() => Scenario.Any.Sample(
        scenario =>
        {
            var options = scenario.Options with { MaxLeverage = 1m };
            var steps = scenario.Steps.Select(step => step with { Acts = [.. step.Acts.Where(act => (act.Flags & 1) == 0 || (act.Flags & 6) == 6)] }).ToArray();
            (scenario with { Options = options, Steps = steps }).Run(onBar: (exchange, _, _) =>
                exchange.GetBalancesAsync().Result.Value![0].Total.ShouldBeGreaterThanOrEqualTo(0));
        },
        iter: Runs);

    [Fact]
    public void Run_EachCallTwice_IsTheSame() => Scenario.Any.Sample(
        scenario => scenario.Run(repeat: 2).Snapshot().ToJson().ShouldBe(scenario.Run().Snapshot().ToJson()),
        iter: Runs);

    [Fact]
    public void Run_WithFutureBarsChanged_IsTheSameUntilThen() => Gen.Select(Scenario.Any, Gen.Int[0, 24]).Sample(
        (scenario, cut) =>
        {
            cut = Math.Min(cut, scenario.Steps.Length);
            var poisoned = scenario with { Steps = [.. scenario.Steps.Take(cut), .. scenario.Steps.Skip(cut).Select(step => step with { Gap = 4_000, Up = 9_000 })] };

            poisoned.Run(to: cut).Snapshot().ToJson().ShouldBe(scenario.Run(to: cut).Snapshot().ToJson());
        },
        iter: 200);
}
