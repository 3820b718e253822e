using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Simulator;

/// <summary>What the venue refuses, with which code.</summary>
public sealed class OrderRulesTests
{
    [Fact]
    public void Place_UnknownSymbol_IsRefused() =>
        new Market().Refused(Orders.Buy("a", 1) with { Symbol = Symbol.Parse("DOGE") }).ShouldBe(ExchangeCodes.UnknownSymbol);

    [Theory]
    [InlineData("100.005")]
    [InlineData("99.999")]
    public void Place_PriceBetweenTicks_IsRefused(string price) => new Market()
        .Refused(Orders.Buy("a", 1).Limit(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(ExchangeCodes.Tick);

    [Fact]
    public void Place_ProtectiveStopBetweenTicks_IsRefused() =>
        new Market().Refused(Orders.Buy("a", 1) with { ProtectiveStop = 95.001m }).ShouldBe(ExchangeCodes.Tick);

    [Fact]
    public void Place_QuantityBetweenLots_IsRefused() => new Market().Refused(Orders.Buy("a", 1.0005m)).ShouldBe(ExchangeCodes.Lot);

    [Fact]
    public void Place_WorthTooLittle_IsRefused()
    {
        var market = new Market();

        market.Refused(Orders.Buy("a", 0.099m)).ShouldBe(ExchangeCodes.MinNotional);
        market.Refused(Orders.Buy("b", 0.1m).Limit(99)).ShouldBe(ExchangeCodes.MinNotional);
        market.Place(Orders.Buy("c", 0.1m));
    }

    [Fact]
    public void Place_MoreThanTheCash_IsRefused()
    {
        var market = new Market(Market.Free with { InitialCash = 1_000m });

        market.Refused(Orders.Buy("a", 10)).ShouldBe(ExchangeCodes.InsufficientFunds);
        market.Place(Orders.Buy("b", 9.99m));
    }

    [Fact]
    public async Task Place_MoreThanOpenOrdersLeave_IsRefused()
    {
        var market = new Market(Market.Free with { InitialCash = 1_000m });
        market.Place(Orders.Buy("a", 6).Limit(90));

        market.Refused(Orders.Buy("b", 5).Limit(95)).ShouldBe(ExchangeCodes.InsufficientFunds);
        (await market.Exchange.GetBalancesAsync()).Value![0].Available.ShouldBe(1_000m - (540m * 1.001m));
        (await market.Exchange.CancelAsync("a")).IsSuccess.ShouldBeTrue();
        market.Place(Orders.Buy("c", 5).Limit(95));
    }

    [Fact]
    public void Place_ClosingWithoutCash_IsTaken()
    {
        var market = new Market(Market.Free with { InitialCash = 1_001m }).Holding(10);
        market.Cash.ShouldBe(0m);

        market.Place(Orders.Sell("exit", 10));
        market.Bar(100, 100, 100, 100).Count.ShouldBe(1);
    }

    [Fact]
    public void Place_ClosingTheSamePositionTwice_TheSecondIsAShortThatHasToBePaidFor()
    {
        var market = new Market(Market.Free with { InitialCash = 1_001m }).Holding(10);
        market.Place(Orders.Sell("exit", 10).Limit(105));

        market.Refused(Orders.Sell("again", 10).Limit(106)).ShouldBe(ExchangeCodes.InsufficientFunds);
    }

    [Fact]
    public async Task Balances_OrdersThatCloseAndGoOn_HoldBackOnlyForWhatTheyOpen()
    {
        var market = new Market(Market.Free with { InitialCash = 10_001m }).Holding(10);
        market.Place(Orders.Sell("exit", 8).Limit(110));
        (await market.Exchange.GetBalancesAsync()).Value![0].Available.ShouldBe(9_000m);
        market.Place(Orders.Sell("turn", 5).Limit(110));

        (await market.Exchange.GetBalancesAsync()).Value![0].Available.ShouldBe(9_000m - (3 * 110m * 1.001m));
    }

    [Fact]
    public void Place_WithLeverage_MayOwe()
    {
        var market = new Market(Market.Free with { InitialCash = 1_000m, MaxLeverage = 2m });
        market.Refused(Orders.Buy("a", 20)).ShouldBe(ExchangeCodes.InsufficientFunds);
        market.Place(Orders.Buy("b", 19));

        market.Bar(100, 100, 100, 100);
        market.Cash.ShouldBe(1_000m - 1_900m - 1.9m);
    }

    [Fact]
    public void Place_ReduceOnlyWithNothingToReduce_IsRefused()
    {
        new Market().Refused(Orders.Sell("a", 1) with { ReduceOnly = true }).ShouldBe(ExchangeCodes.ReduceOnly);
        new Market().Holding(1).Refused(Orders.Buy("a", 1) with { ReduceOnly = true }).ShouldBe(ExchangeCodes.ReduceOnly);
    }

    [Fact]
    public void Place_ReduceOnlyLargerThanThePosition_ClosesItAndNoMore()
    {
        var market = new Market().Holding(1);
        market.Place(Orders.Sell("a", 5) with { ReduceOnly = true });

        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Quantity.ShouldBe(1m);
        market.Held.ShouldBe(0);
        market.Order("a").Code.ShouldBe(ExchangeCodes.ReduceOnly);
    }

    [Fact]
    public void Place_BeforeAnyBar_HasNoPriceForAMarketOrder()
    {
        var market = new Market(open: false);

        market.Refused(Orders.Buy("a", 1)).ShouldBe(ExchangeCodes.NoPrice);
        market.Place(Orders.Buy("b", 1).Limit(90));
    }

    [Fact]
    public void Place_OrdersThatContradictThemselves_AreRefused()
    {
        OrderRequest[] wrong =
        [
            Orders.Buy("1", 0), Orders.Buy("2", -1), Orders.Buy("3", 1) with { LimitPrice = 90 }, Orders.Buy("4", 1) with { StopPrice = 90 },
            Orders.Buy("5", 1) with { Type = OrderType.Limit }, Orders.Buy("6", 1).Limit(0), Orders.Buy("7", 1) with { Type = OrderType.Stop },
            Orders.Buy("8", 1) with { TimeInForce = TimeInForce.PostOnly }, Orders.Buy("9", 1) with { ProtectiveStop = 100 },
            Orders.Buy("10", 1) with { TakeProfit = 99 }, Orders.Sell("11", 1) with { ProtectiveStop = 99 }, Orders.Sell("12", 1) with { TakeProfit = 101 },
            Orders.Buy("13", 1).Limit(90) with { ProtectiveStop = 95 }, Orders.Buy("14", 1) with { ProtectiveStop = -5 }, Orders.Buy("", 1),
            Orders.Buy("15", 1) with { Type = (OrderType)9 }, Orders.Buy("16", 1) with { TakeProfit = 100 }, Orders.Sell("17", 1) with { TakeProfit = 100 },
            Orders.Sell("18", 1) with { ProtectiveStop = 100 },
        ];
        var market = new Market();

        wrong.Select(market.Refused).ShouldAllBe(code => code == ExchangeCodes.InvalidOrder);
        market.Bar(100, 200, 1, 100).ShouldBeEmpty();
    }

    [Fact]
    public void Place_ARefusedOrderAgain_IsRefusedTheSameWay()
    {
        var market = new Market(Market.Free with { InitialCash = 1_000m });
        market.Refused(Orders.Buy("a", 11)).ShouldBe(ExchangeCodes.InsufficientFunds);
        market.Bar(10, 10, 10, 10);

        market.Refused(Orders.Buy("a", 11)).ShouldBe(ExchangeCodes.InsufficientFunds);
        market.Order("a").Status.ShouldBe(OrderStatus.Rejected);
    }
}
