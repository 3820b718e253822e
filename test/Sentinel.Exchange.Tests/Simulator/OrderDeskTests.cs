using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Simulator;

/// <summary>Sending again, changing, cancelling.</summary>
public sealed class OrderDeskTests
{
    [Fact]
    public void Place_SameOrderAgain_DoesNothingAndTellsHowItStands()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1)).Status.ShouldBe(OrderStatus.New);
        market.Place(Orders.Buy("a", 1.0m)).Status.ShouldBe(OrderStatus.New);

        market.Bar(100, 100, 100, 100).Count.ShouldBe(1);
        market.Place(Orders.Buy("a", 1)).Status.ShouldBe(OrderStatus.Filled);
        market.Bar(100, 100, 100, 100).ShouldBeEmpty();
    }

    [Fact]
    public void Place_SameIdOtherContents_IsRefusedAndTheFirstStays()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1));

        market.Refused(Orders.Buy("a", 2)).ShouldBe(ExchangeCodes.DuplicateId);
        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Quantity.ShouldBe(1m);
    }

    [Fact]
    public async Task Cancel_AnOpenOrder_EndsItAndAgainDoesNothing()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1));

        (await market.Exchange.CancelAsync("a")).Value!.Status.ShouldBe(OrderStatus.Cancelled);
        (await market.Exchange.CancelAsync("a")).Value!.Code.ShouldBe(ExchangeCodes.Cancelled);
        market.Bar(100, 100, 100, 100).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancel_WhatIsNotOpen_SaysSo()
    {
        var market = new Market().Holding(1);

        (await market.Exchange.CancelAsync("entry")).Error!.Code.ShouldBe(ExchangeCodes.OrderClosed);
        (await market.Exchange.CancelAsync("nobody")).Error!.Code.ShouldBe(ExchangeCodes.UnknownOrder);
        (await market.Exchange.GetOrderAsync("nobody")).Error!.Code.ShouldBe(ExchangeCodes.UnknownOrder);
    }

    [Fact]
    public async Task Replace_AStop_MovesIt()
    {
        var market = new Market().Holding(2, stop: 90);

        (await market.Exchange.ReplaceAsync("entry:sl", new OrderChange(StopPrice: 98))).Value!.Request.StopPrice.ShouldBe(98m);

        market.Bar(100, 101, 97, 100).ShouldHaveSingleItem().Price.ShouldBe(98m);
    }

    [Fact]
    public async Task Replace_ALimitBeyondTheMarket_TakesAtTheNextOpen()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(90));
        market.Bar(100, 100, 100, 100);

        await market.Exchange.ReplaceAsync("a", new OrderChange(LimitPrice: 105));

        var fill = market.Bar(101, 102, 100, 101).ShouldHaveSingleItem();
        (fill.Price, fill.Liquidity).ShouldBe((101m, Liquidity.Taker));
    }

    [Fact]
    public async Task Replace_WithNonsense_ChangesNothing()
    {
        var market = new Market(Market.Free with { InitialCash = 1_000m });
        market.Place(Orders.Buy("a", 5).Limit(90));

        (await market.Exchange.ReplaceAsync("a", new OrderChange(Quantity: 500))).Error!.Code.ShouldBe(ExchangeCodes.InsufficientFunds);
        (await market.Exchange.ReplaceAsync("a", new OrderChange(LimitPrice: 90.001m))).Error!.Code.ShouldBe(ExchangeCodes.Tick);
        (await market.Exchange.ReplaceAsync("a", new OrderChange(StopPrice: 90))).Error!.Code.ShouldBe(ExchangeCodes.InvalidOrder);
        (await market.Exchange.ReplaceAsync("a", new OrderChange(Quantity: 0))).Error!.Code.ShouldBe(ExchangeCodes.InvalidOrder);
        (await market.Exchange.ReplaceAsync("x", new OrderChange())).Error!.Code.ShouldBe(ExchangeCodes.UnknownOrder);
        market.Order("a").Request.ShouldBe(Orders.Buy("a", 5).Limit(90));
    }

    [Fact]
    public async Task Replace_BelowWhatIsFilled_IsRefused()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 40));
        market.Bar(100, 100, 100, 100);

        (await market.Exchange.ReplaceAsync("a", new OrderChange(Quantity: 25))).Error!.Code.ShouldBe(ExchangeCodes.InvalidOrder);
        (await market.Exchange.ReplaceAsync("a", new OrderChange(Quantity: 30))).IsSuccess.ShouldBeTrue();
        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Quantity.ShouldBe(5m);
    }

    [Fact]
    public async Task Replace_AStopThatWasReached_IsTooLate()
    {
        var market = new Market().Holding(2, stop: 95);
        market.Bar(94, 94, 94, 94, volume: 0);

        (await market.Exchange.ReplaceAsync("entry:sl", new OrderChange(StopPrice: 50))).Error!.Code.ShouldBe(ExchangeCodes.OrderClosed);
    }

    [Fact]
    public async Task Replace_WhileABarIsUnderWay_DoesNotSeeThatBar()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(80));
        market.Exchange.AdvanceTo(Market.Start.AddHours(1.5));
        await market.Exchange.ReplaceAsync("a", new OrderChange(LimitPrice: 95));

        market.Bar(100, 100, 90, 100).ShouldBeEmpty();
        market.Bar(100, 100, 90, 100).ShouldHaveSingleItem().Price.ShouldBe(95m);
    }

    [Fact]
    public async Task Place_AReplacedOrderAgain_IsTheSameOrder()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2).Limit(90));
        await market.Exchange.ReplaceAsync("a", new OrderChange(LimitPrice: 91));

        market.Place(Orders.Buy("a", 2).Limit(90)).Request.LimitPrice.ShouldBe(91m);
        market.Refused(Orders.Buy("a", 2).Limit(91)).ShouldBe(ExchangeCodes.DuplicateId);
    }

    [Fact]
    public async Task Fills_AfterOne_AreThoseThatCameLater()
    {
        var market = new Market().Holding(1);
        market.Place(Orders.Buy("b", 1));
        market.Bar(101, 101, 101, 101);

        (await market.Exchange.GetFillsAsync()).Value!.Count.ShouldBe(2);
        (await market.Exchange.GetFillsAsync("f000000001")).Value!.ShouldHaveSingleItem().ClientOrderId.ShouldBe("b");
        (await market.Exchange.GetFillsAsync("f000000002")).Value!.ShouldBeEmpty();
        (await market.Exchange.GetFillsAsync("f000000009")).Error!.Code.ShouldBe(ExchangeCodes.UnknownFill);
        (await market.Exchange.GetFillsAsync("nonsense")).Error!.Code.ShouldBe(ExchangeCodes.UnknownFill);
    }

    [Fact]
    public async Task AnyCall_Cancelled_Throws() => await Should.ThrowAsync<TaskCanceledException>(
        () => new Market().Exchange.PlaceAsync(Orders.Buy("a", 1), new CancellationToken(canceled: true)));
}
