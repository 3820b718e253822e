using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Simulator;

public sealed class StopOrderTests
{
    [Fact]
    public void Stop_PriceTouches_SellsAtTheStopAsTaker()
    {
        var market = new Market().Holding(2, stop: 95);

        var fill = market.Bar(100, 101, 95, 100).ShouldHaveSingleItem();

        (fill.Price, fill.Liquidity, fill.OrderType, fill.ClientOrderId).ShouldBe((95m, Liquidity.Taker, OrderType.Stop, "entry:sl"));
        fill.Fee.ShouldBe(0.19m);
        market.Held.ShouldBe(0);
    }

    [Fact]
    public void Stop_WithCosts_SellsBelowTheStop()
    {
        var market = new Market(Market.Free with { Instruments = [Market.Plain with { Spread = 0.002m }] }).Holding(2, stop: 95);

        var fill = market.Bar(100, 101, 95, 100).ShouldHaveSingleItem();

        // 95 * (1 - 0.001) = 94.905, down to the tick
        fill.Price.ShouldBe(94.90m);
        fill.SlippageBp.ShouldBe(10.5264m);
    }

    [Fact]
    public void Stop_JumpedOver_FillsAtTheOpen()
    {
        var market = new Market().Holding(2, stop: 95);

        var fill = market.Bar(80, 99, 70, 90).ShouldHaveSingleItem();

        (fill.Price, fill.Timestamp).ShouldBe((80m, Market.Start.AddHours(2)));
    }

    [Fact]
    public void Stop_NotReached_Stays() => new Market().Holding(2, stop: 95).Bar(100, 101, 95.01m, 100).ShouldBeEmpty();

    [Fact]
    public void Stop_OfAShort_BuysAboveIt()
    {
        var market = new Market();
        market.Place(Orders.Sell("s", 2) with { ProtectiveStop = 105, TakeProfit = 90 });
        market.Bar(100, 100, 100, 100);

        market.Bar(100, 106, 99, 100).ShouldHaveSingleItem().Price.ShouldBe(105m);
        market.Held.ShouldBe(0);
        market.Open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(IntrabarPath.StopFirst, "entry:sl", 95)]
    [InlineData(IntrabarPath.TargetFirst, "entry:tp", 110)]
    public void Stop_AndTargetInOneBar_TheChosenPathDecides(IntrabarPath path, string id, int price)
    {
        var market = new Market(Market.Free with { Path = path }).Holding(2, stop: 95, target: 110);

        var fill = market.Bar(100, 111, 94, 100).ShouldHaveSingleItem();

        (fill.ClientOrderId, fill.Price).ShouldBe((id, price));
        market.Open.ShouldBeEmpty();
        market.Held.ShouldBe(0);
    }

    [Fact]
    public void Stop_LargerThanTheShareOfVolume_GoesOnAtTheNextOpenWhateverThePriceIs()
    {
        var market = new Market().Holding(20, stop: 95, target: 110);

        market.Bar(100, 100, 94, 94, volume: 400).ShouldHaveSingleItem().Quantity.ShouldBe(10m);
        market.Order("entry:tp").Code.ShouldBe(ExchangeCodes.Oco);
        var rest = market.Bar(99, 120, 99, 115).ShouldHaveSingleItem();

        (rest.Quantity, rest.Price, rest.ClientOrderId).ShouldBe((10m, 99m, "entry:sl"));
    }

    [Fact]
    public void Stop_ReachedInABarWithoutVolume_GoesAtTheNextOpen()
    {
        var market = new Market().Holding(2, stop: 95);

        market.Bar(94, 94, 94, 94, volume: 0).ShouldBeEmpty();
        market.Order("entry:sl").IsTriggered.ShouldBeTrue();
        market.Bar(97, 99, 97, 98).ShouldHaveSingleItem().Price.ShouldBe(97m);
    }

    [Fact]
    public void Stop_AsAnEntry_BuysWhenThePriceRises()
    {
        var market = new Market();
        market.Place(Orders.Buy("breakout", 2).Stop(105));

        market.Bar(100, 104.99m, 99, 100).ShouldBeEmpty();
        market.Bar(100, 105, 99, 104).ShouldHaveSingleItem().Price.ShouldBe(105m);
        market.Held.ShouldBe(2);
    }

    [Fact]
    public void Stop_AsAnEntryWithStopInTheSameBar_IsStoppedOutAtOnce()
    {
        var market = new Market();
        market.Place(Orders.Buy("breakout", 2).Stop(105) with { ProtectiveStop = 99, TakeProfit = 106 });

        market.Bar(100, 107, 98, 100).Select(fill => (fill.ClientOrderId, fill.Price)).ShouldBe([("breakout", 105m), ("breakout:sl", 99m)]);
    }

    [Fact]
    public void Stop_ImmediateOrCancel_WaitsForItsPriceAndThenCancelsWhatTheCapLeaves()
    {
        var market = new Market();
        market.Place(Orders.Buy("breakout", 40).Stop(105) with { TimeInForce = TimeInForce.ImmediateOrCancel });

        market.Bar(100, 104, 99, 100).ShouldBeEmpty();
        market.Order("breakout").IsOpen.ShouldBeTrue();
        market.Bar(100, 106, 99, 100).ShouldHaveSingleItem().Quantity.ShouldBe(25m);
        market.Order("breakout").Code.ShouldBe(ExchangeCodes.ImmediateOrCancel);
    }
}
