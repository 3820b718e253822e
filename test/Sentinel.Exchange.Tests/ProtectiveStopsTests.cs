namespace Sentinel.Exchange.Tests;

public sealed class ProtectiveStopsTests
{
    [Fact]
    public void Of_SeveralStops_IsTheOneFurthestFromThePrice()
    {
        var stops = ProtectiveStops.Of(
        [
            Open(Orders.Sell("a", 1).Stop(95)), Open(Orders.Sell("b", 1).Stop(90)), Open(Orders.Sell("c", 1).Stop(93)),
            Open(Orders.Buy("d", 1).Stop(105) with { Symbol = Market.Eth }), Open(Orders.Buy("e", 1).Stop(110) with { Symbol = Market.Eth }),
        ]);

        stops.ShouldBe([new(Market.Btc, 90m), new(Market.Eth, 110m)]);
    }

    [Fact]
    public void Of_OtherOrders_AreNoProtection() => ProtectiveStops.Of(
    [
        Open(Orders.Buy("entry", 1).Stop(105)) with { Request = Orders.Buy("entry", 1).Stop(105) },
        Open(Orders.Sell("target", 1).Limit(110)),
        Open(Orders.Sell("gone", 1).Stop(90)) with { Status = OrderStatus.Cancelled },
    ]).ShouldBeEmpty();

    private static OrderState Open(OrderRequest order) =>
        new() { Request = order with { ReduceOnly = true }, Sequence = 1, ActiveFrom = Market.Start };
}
