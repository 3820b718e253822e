namespace Sentinel.Exchange.Tests.Simulator;

/// <summary>Protective orders of an entry, and groups that cancel each other.</summary>
public sealed class BracketTests
{
    [Fact]
    public void Entry_Filled_BringsItsStopAndTarget()
    {
        var market = new Market().Holding(2, stop: 95, target: 110);

        market.Open.Select(order => (order.Request.ClientOrderId, order.Request.Type, order.Request.Side, order.Request.Quantity, order.Request.ReduceOnly, order.ParentId))
            .ShouldBe([("entry:sl", OrderType.Stop, OrderSide.Sell, 2m, true, "entry"), ("entry:tp", OrderType.Limit, OrderSide.Sell, 2m, true, "entry")]);
        ProtectiveStops.Of(market.Open)[Market.Btc].ShouldBe(95m);
    }

    [Fact]
    public void Entry_NotFilled_BringsNothing()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(90) with { ProtectiveStop = 85, TakeProfit = 110 });
        market.Bar(100, 100, 99, 100);

        market.Open.ShouldHaveSingleItem().Request.ClientOrderId.ShouldBe("a");
    }

    [Fact]
    public void Entry_FilledInParts_ProtectsWhatIsFilled()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 40) with { ProtectiveStop = 90, TakeProfit = 120 });

        market.Bar(100, 100, 100, 100);
        market.Order("a:sl").Request.Quantity.ShouldBe(25m);
        market.Bar(100, 100, 100, 100);

        (market.Order("a:sl").Request.Quantity, market.Order("a:tp").Request.Quantity).ShouldBe((40m, 40m));
    }

    [Fact]
    public void Entry_StoppedOutWhileItStillFills_EndsAltogether()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 60) with { ProtectiveStop = 90 });
        market.Bar(100, 100, 100, 100);

        market.Bar(99, 99, 85, 88).ShouldHaveSingleItem().ClientOrderId.ShouldBe("a", "the volume went to the entry, the stop goes at the next open");
        (market.Order("a").Status, market.Order("a").Code, market.Order("a").Filled).ShouldBe((OrderStatus.Cancelled, ExchangeCodes.Oco, 50m));
        market.Bar(87, 95, 80, 80).ShouldHaveSingleItem().Price.ShouldBe(87m);
        market.Bar(79, 79, 79, 79).ShouldHaveSingleItem().Price.ShouldBe(79m);
        market.Held.ShouldBe(0);
    }

    [Fact]
    public void Target_Reached_CancelsTheStop()
    {
        var market = new Market().Holding(2, stop: 95, target: 110);

        var fill = market.Bar(100, 111, 99, 105).ShouldHaveSingleItem();

        (fill.Price, fill.Liquidity, fill.ClientOrderId).ShouldBe((110m, Liquidity.Maker, "entry:tp"));
        (market.Order("entry:sl").Status, market.Order("entry:sl").Code).ShouldBe((OrderStatus.Cancelled, ExchangeCodes.Oco));
    }

    [Fact]
    public void Target_FilledInPart_LeavesTheStopForTheRest()
    {
        var market = new Market().Holding(20, stop: 95, target: 110);

        market.Bar(100, 111, 99, 105, volume: 400).ShouldHaveSingleItem().Quantity.ShouldBe(10m);
        market.Order("entry:sl").Request.Quantity.ShouldBe(10m);
        market.Bar(90, 90, 90, 90).ShouldHaveSingleItem().Quantity.ShouldBe(10m);

        market.Held.ShouldBe(0);
        market.Open.ShouldBeEmpty();
    }

    [Fact]
    public void Entry_AtTheOpen_MayReachItsTargetInTheSameBar()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2) with { ProtectiveStop = 95, TakeProfit = 110 });

        market.Bar(100, 111, 99, 105).Select(fill => fill.ClientOrderId).ShouldBe(["a", "a:tp"]);
    }

    [Fact]
    public void Entry_InsideABar_DoesNotReachItsTargetInThatBar()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(98) with { ProtectiveStop = 90, TakeProfit = 110 });

        market.Bar(100, 120, 97, 105).Select(fill => fill.ClientOrderId).ShouldBe(["a"]);
        market.Bar(105, 120, 104, 110).Select(fill => fill.ClientOrderId).ShouldBe(["a:tp"]);
    }

    [Fact]
    public void Entry_InsideABarThatGoesOnToItsStop_IsStoppedOut()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(98) with { ProtectiveStop = 90 });

        market.Bar(100, 101, 89, 95).Select(fill => (fill.ClientOrderId, fill.Price)).ShouldBe([("a", 98m), ("a:sl", 90m)]);
    }

    [Fact]
    public void Entry_AtAnOpenBeyondItsStop_IsStoppedOutThere()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2) with { ProtectiveStop = 95 });

        market.Bar(90, 99, 89, 95).Select(fill => (fill.ClientOrderId, fill.Price)).ShouldBe([("a", 90m), ("a:sl", 90m)]);
        market.Held.ShouldBe(0);
    }

    [Fact]
    public void Close_ByMarket_TakesTheProtectiveOrdersAway()
    {
        var market = new Market().Holding(2, stop: 95, target: 110);
        market.Place(Orders.Sell("exit", 2) with { ReduceOnly = true });

        market.Bar(100, 120, 80, 100).ShouldHaveSingleItem().ClientOrderId.ShouldBe("exit");

        market.Open.ShouldBeEmpty();
        market.Order("entry:sl").Code.ShouldBe(ExchangeCodes.ReduceOnly);
    }

    [Fact]
    public void Oco_TwoEntries_TheFirstToFillEndsTheOther()
    {
        var market = new Market();
        market.Place(Orders.Buy("up", 2).Stop(105) with { OcoGroup = "g" });
        market.Place(Orders.Buy("down", 2).Limit(95) with { OcoGroup = "g" });

        market.Bar(100, 106, 94, 100).ShouldHaveSingleItem().ClientOrderId.ShouldBe("up");
        (market.Order("down").Status, market.Order("down").Code).ShouldBe((OrderStatus.Cancelled, ExchangeCodes.Oco));
    }

    [Fact]
    public void Oco_EntryFilledInPart_EndsTheOtherToo()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 40).Limit(95) with { OcoGroup = "g" });
        market.Place(Orders.Buy("b", 2).Limit(90) with { OcoGroup = "g" });

        market.Bar(100, 100, 80, 96).ShouldHaveSingleItem().Quantity.ShouldBe(25m);
        market.Open.ShouldHaveSingleItem().Request.ClientOrderId.ShouldBe("a");
    }

    [Fact]
    public void Entry_ThatTurnsAPosition_ProtectsWhatItOpened()
    {
        var market = new Market();
        market.Place(Orders.Sell("short", 4) with { ProtectiveStop = 120 });
        market.Bar(100, 100, 100, 100);
        market.Place(Orders.Buy("turn", 10) with { ProtectiveStop = 90 });

        market.Bar(100, 100, 100, 100);

        market.Held.ShouldBe(6m);
        market.Order("turn:sl").Request.Quantity.ShouldBe(6m);
        market.Order("short:sl").Code.ShouldBe(ExchangeCodes.ReduceOnly, "there is no short left that it would close");
    }

    [Fact]
    public async Task Target_FillsMoreThanASmallerStopHolds_EndsTheStop()
    {
        var market = new Market().Holding(20, stop: 95, target: 110);
        (await market.Exchange.ReplaceAsync("entry:sl", new OrderChange(Quantity: 10))).IsSuccess.ShouldBeTrue();

        market.Bar(100, 111, 99, 105, volume: 400).ShouldHaveSingleItem().Quantity.ShouldBe(10m);

        market.Order("entry:sl").Status.ShouldBe(OrderStatus.Cancelled);
        market.Order("entry:tp").Remaining.ShouldBe(10m);
    }

    [Fact]
    public void Target_ReachedWhileItsEntryStillFills_EndsTheEntry()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 40).Limit(99) with { TakeProfit = 110 });
        market.Bar(100, 100, 98, 100).ShouldHaveSingleItem().Quantity.ShouldBe(25m);

        market.Bar(105, 111, 104, 110).ShouldHaveSingleItem().ClientOrderId.ShouldBe("a:tp");

        (market.Order("a").Status, market.Order("a").Code).ShouldBe((OrderStatus.Cancelled, ExchangeCodes.Oco));
    }

    [Fact]
    public async Task Entry_GoesOnAfterItsStopWasCancelled_DoesNotBringItBack()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 40) with { ProtectiveStop = 90 });
        market.Bar(100, 100, 100, 100);
        await market.Exchange.CancelAsync("a:sl");

        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Quantity.ShouldBe(15m);

        (market.Order("a:sl").Status, market.Order("a:sl").Request.Quantity).ShouldBe((OrderStatus.Cancelled, 25m));
    }
}
