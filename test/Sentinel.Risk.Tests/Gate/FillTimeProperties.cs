using CsCheck;
using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Gate;

/// <summary>No sequence of accepted orders breaks a limit at the time of its fills, as long as prices move no further than the allowance.</summary>
public sealed class FillTimeProperties
{
    private const decimal Tolerance = 1e-15m;

    private static readonly Gen<(OrderRequest Order, int Btc, int Eth, int Slip)[]> Steps =
        Gen.Select(RiskGen.Order, Gen.Int[-100, 100], Gen.Int[-100, 100], Gen.Int[0, 100]).Array[1, 6];

    [Fact]
    public void Fills_OfAcceptedOrders_KeepEveryLimit()
    {
        var filled = 0;
        Gen.Select(RiskGen.Context, RiskGen.Settings, Steps).Sample(
            (start, settings, steps) =>
            {
                var context = start;
                foreach (var step in steps)
                {
                    var order = step.Order with { Type = OrderType.Market, LimitPrice = null };
                    if (Check(order, context, settings).Order is not { } passed)
                    {
                        continue;
                    }

                    var before = context;
                    context = Fill(context, settings, passed, step.Btc, step.Eth, step.Slip);
                    if (!passed.ReduceOnly)
                    {
                        Interlocked.Increment(ref filled);
                        ShouldKeep(before.Mandate!, settings, context, passed);
                    }
                }
            },
            iter: 8_000);

        filled.ShouldBeGreaterThan(1_000, "the property says nothing when nothing is accepted");
    }

    [Fact]
    public void Fills_OfOrdersThatWereOpenTogether_KeepEveryLimit()
    {
        var filled = 0;
        Gen.Select(RiskGen.Context, RiskGen.Settings, Steps).Sample(
            (start, settings, steps) =>
            {
                // All are accepted before the first is filled; then all are filled at the same open.
                var context = start;
                foreach (var step in steps)
                {
                    var small = step.Order with { Side = steps[0].Order.Side, Type = OrderType.Market, LimitPrice = null, Quantity = step.Order.Quantity / 20m };
                    if (Check(small, context, settings).Order is { ReduceOnly: false } passed)
                    {
                        context = context with { Pending = [.. context.Pending, new RestingOrder(passed, passed.Quantity, 100m)] };
                    }
                }

                if (context.Pending.Count < 2)
                {
                    return;
                }

                var last = context.Pending[^1].Order;
                var after = context with { Pending = [] };
                foreach (var pending in context.Pending)
                {
                    after = Fill(after, settings, pending.Order, pending == context.Pending[0] ? steps[0].Btc : 0, pending == context.Pending[0] ? steps[0].Eth : 0, pending == context.Pending[0] ? steps[0].Slip : 0);
                }

                Interlocked.Increment(ref filled);
                ShouldKeep(start.Mandate!, settings, after, last);
            },
            iter: 8_000);

        filled.ShouldBeGreaterThan(50);
    }

    /// <summary>Moves both prices within the allowance and fills between the new price and the worst that was allowed for.</summary>
    private static RiskContext Fill(RiskContext context, RiskSettings settings, OrderRequest order, int btc, int eth, int slip)
    {
        var allowance = settings.PriceMoveAllowance;
        var books = context.Portfolio!;
        var last = context.Market!.LastBar!.Close;
        var mark = last * (1m + (allowance * btc / 100m));
        var sign = order.Side is OrderSide.Buy ? 1m : -1m;
        var worst = last * (1m + (allowance * sign));
        var price = mark + ((worst - mark) * slip / 100m);
        var cash = books.Cash - (sign * order.Quantity * price) - (order.Quantity * price * context.Instrument!.TakerFee);
        var own = books.Position(Btc);
        var quantity = (own?.Quantity ?? 0m) + (sign * order.Quantity);
        var adds = own is not null && own.Quantity * sign > 0m;
        var cost = adds ? ((Math.Abs(own!.Quantity) * own.AverageCost) + (order.Quantity * price)) / Math.Abs(quantity) : price;
        List<PositionView> positions = quantity is 0m ? [] : [new PositionView(Btc, quantity, cost, mark, adds ? own!.Stop : order.ProtectiveStop, Now)];
        if (books.Position(Eth) is { } other)
        {
            positions.Add(other with { Mark = other.Mark * (1m + (allowance * eth / 100m)) });
        }

        var equity = cash + positions.Sum(position => position.Value);
        var market = context.Market with { LastBar = context.Market.LastBar with { Close = mark } };
        return context with { Market = market, Portfolio = books with { Cash = cash, Equity = equity, Positions = positions, EntriesToday = books.EntriesToday + 1 } };
    }

    private static void ShouldKeep(Mandate mandate, RiskSettings settings, RiskContext after, OrderRequest order)
    {
        var books = after.Portfolio!;
        var gross = books.Positions.Sum(position => Math.Abs(position.Value)) / books.Equity;
        var own = books.Position(Btc)!;
        books.Equity.ShouldBeGreaterThan(0m);
        gross.ShouldBeLessThanOrEqualTo(settings.LeverageCeiling + Tolerance);
        gross.ShouldBeLessThanOrEqualTo((mandate.MaxGross ?? decimal.MaxValue - 1) + Tolerance);
        gross.ShouldBeLessThanOrEqualTo((mandate.MaxLeverage ?? decimal.MaxValue - 1) + Tolerance);
        (Math.Abs(own.Value) / books.Equity).ShouldBeLessThanOrEqualTo((mandate.MaxPosition ?? decimal.MaxValue - 1) + Tolerance);
        if (order.Side is OrderSide.Buy && mandate.CashFloor is { } floor)
        {
            books.Cash.ShouldBeGreaterThanOrEqualTo((floor * books.Equity) - Tolerance);
        }

        if (mandate.MaxRiskPerTrade is { } risk && order.ProtectiveStop is { } stop && own.Quantity == (order.Side is OrderSide.Buy ? order.Quantity : -order.Quantity))
        {
            (order.Quantity * Math.Abs(own.AverageCost - stop) / books.Equity).ShouldBeLessThanOrEqualTo(risk + Tolerance);
        }

        (mandate.ShortAllowed || own.Quantity > 0m).ShouldBeTrue();
        (mandate.MaxTradesPerDay is not { } trades || books.EntriesToday <= trades).ShouldBeTrue();
    }
}
