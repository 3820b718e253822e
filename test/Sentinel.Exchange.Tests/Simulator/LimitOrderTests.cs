using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Simulator;

public sealed class LimitOrderTests
{
    [Fact]
    public void Limit_PriceTradesThrough_FillsAtTheLimitAsMaker()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(95));

        var fill = market.Bar(100, 101, 94.99m, 100).ShouldHaveSingleItem();

        (fill.Price, fill.Liquidity, fill.Fee, fill.SlippageBp).ShouldBe((95m, Liquidity.Maker, 2 * 95m * 0.0002m, 0m));
        fill.Timestamp.ShouldBe(Market.Start.AddHours(1.5));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Limit_PriceOnlyTouches_FillsOnlyWhenThatIsChosen(bool touch, int fills)
    {
        var market = new Market(Market.Free with { FillOnTouch = touch });
        market.Place(Orders.Buy("a", 2).Limit(95));

        market.Bar(100, 101, 95, 100).Count.ShouldBe(fills);
    }

    [Fact]
    public void Limit_OfASeller_FillsWhenTheHighIsAbove()
    {
        var market = new Market().Holding(2);
        market.Place(Orders.Sell("b", 2).Limit(105));

        market.Bar(100, 105, 99, 100).ShouldBeEmpty();
        market.Bar(100, 105.01m, 99, 100).ShouldHaveSingleItem().Price.ShouldBe(105m);
    }

    [Fact]
    public void Limit_NewAndBeyondTheOpen_TakesAtTheOpenWithCosts()
    {
        var market = new Market(Market.Free with { Instruments = [Market.Plain with { Spread = 0.002m }] });
        market.Place(Orders.Buy("a", 2).Limit(102));

        var fill = market.Bar(100, 103, 90, 100).ShouldHaveSingleItem();

        (fill.Price, fill.Liquidity, fill.Fee).ShouldBe((100.1m, Liquidity.Taker, 0.2002m));
    }

    [Fact]
    public void Limit_CostsAboveTheLimit_AreCappedByIt()
    {
        var market = new Market(Market.Free with { SlippageFactor = 0.5m });
        market.Place(Orders.Buy("a", 20).Limit(101));

        market.Bar(100, 103, 99, 100).ShouldHaveSingleItem().Price.ShouldBe(101m);
    }

    [Fact]
    public void Limit_RestingAndJumpedOver_FillsAtItsLimitAndNotBetter()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(95));
        market.Bar(100, 101, 99, 100).ShouldBeEmpty();

        var fill = market.Bar(90, 92, 88, 91).ShouldHaveSingleItem();

        (fill.Price, fill.Liquidity, fill.Timestamp).ShouldBe((95m, Liquidity.Maker, Market.Start.AddHours(2)));
    }

    [Fact]
    public void Limit_LargerThanTheShareOfVolume_FillsInParts()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 40).Limit(95));

        market.Bar(100, 100, 90, 96).ShouldHaveSingleItem().Quantity.ShouldBe(25m);
        market.Bar(96, 97, 95.5m, 96).ShouldBeEmpty();
        market.Bar(96, 97, 94, 96).ShouldHaveSingleItem().Quantity.ShouldBe(15m);
    }

    [Fact]
    public void Limit_ImmediateOrCancel_TakesAtTheOpenOrNotAtAll()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(95) with { TimeInForce = TimeInForce.ImmediateOrCancel });
        market.Place(Orders.Buy("b", 30).Limit(101) with { TimeInForce = TimeInForce.ImmediateOrCancel });

        market.Bar(100, 101, 90, 100).ShouldHaveSingleItem().Quantity.ShouldBe(25m);

        (market.Order("a").Status, market.Order("a").Filled).ShouldBe((OrderStatus.Cancelled, 0m));
        (market.Order("b").Status, market.Order("b").Filled).ShouldBe((OrderStatus.Cancelled, 25m));
    }

    [Fact]
    public void Limit_ImmediateOrCancelThatTheBarReachesLater_IsGoneByThen()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(95) with { TimeInForce = TimeInForce.ImmediateOrCancel });

        market.Bar(100, 101, 90, 100).ShouldBeEmpty();
        market.Order("a").Code.ShouldBe(ExchangeCodes.ImmediateOrCancel);
    }

    [Fact]
    public void Limit_PostOnly_IsRefusedWhenItWouldTakeNow()
    {
        var market = new Market();

        market.Refused(Orders.Buy("a", 2).Limit(100) with { TimeInForce = TimeInForce.PostOnly }).ShouldBe(ExchangeCodes.PostOnly);
        market.Place(Orders.Buy("b", 2).Limit(99) with { TimeInForce = TimeInForce.PostOnly });
    }

    [Fact]
    public void Limit_PostOnly_IsCancelledWhenItWouldTakeOnArrival()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(99) with { TimeInForce = TimeInForce.PostOnly });

        market.Bar(98, 99, 97, 98).ShouldBeEmpty();

        (market.Order("a").Status, market.Order("a").Code).ShouldBe((OrderStatus.Cancelled, ExchangeCodes.PostOnly));
    }

    [Fact]
    public void Limit_PostOnlyThatRests_MakesLater()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(99) with { TimeInForce = TimeInForce.PostOnly });

        market.Bar(100, 101, 98, 100).ShouldHaveSingleItem().Liquidity.ShouldBe(Liquidity.Maker);
    }

    [Fact]
    public void Limit_NeverReached_StaysOpen()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(50));
        for (var i = 0; i < 10; i++)
        {
            market.Bar(100, 101, 99, 100).ShouldBeEmpty();
        }

        market.Open.ShouldHaveSingleItem().Status.ShouldBe(OrderStatus.New);
    }

    [Fact]
    public void Limit_TwoOfOneSide_TheNearerFillsFirst()
    {
        var market = new Market();
        market.Place(Orders.Buy("far", 20).Limit(90));
        market.Place(Orders.Buy("near", 20).Limit(95));

        market.Bar(100, 100, 80, 100).Select(fill => (fill.ClientOrderId, fill.Quantity)).ShouldBe([("near", 20m), ("far", 5m)]);
    }
}
