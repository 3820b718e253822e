namespace Sentinel.Exchange.Tests.Simulator;

public sealed class MarketOrderTests
{
    [Fact]
    public void Market_DecidedOnABar_FillsAtTheOpenOfTheNext()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 2));

        var fill = market.Bar(103, 110, 90, 95).ShouldHaveSingleItem();

        fill.Price.ShouldBe(103m);
        fill.Timestamp.ShouldBe(Market.Start.AddHours(1));
        (fill.Quantity, fill.Fee, fill.Liquidity, fill.ClientOrderId, fill.Id).ShouldBe((2m, 0.206m, Liquidity.Taker, "a", "f000000001"));
        market.Cash.ShouldBe(100_000m - 206m - 0.206m);
        market.Order("a").Status.ShouldBe(OrderStatus.Filled);
        market.Order("a").AveragePrice.ShouldBe(103m);
    }

    [Fact]
    public void Market_WithSpreadAndImpact_PaysHalfTheSpreadAndTheRootOfItsShareOfTheVolume()
    {
        var market = new Market(Market.Free with
        {
            Instruments = [Market.Plain with { Spread = 0.0002m }], SlippageFactor = 0.01m, VolumeCap = 0.04m,
        });
        market.Place(Orders.Buy("a", 10));

        var fill = market.Bar(100, 100, 100, 100, volume: 1_000).ShouldHaveSingleItem();

        // 100 * (1 + 0.0001 + 0.01 * sqrt(10 / 1000)) = 100 * 1.0011
        fill.Price.ShouldBe(100.11m);
        fill.SlippageBp.ShouldBe(11m);
        fill.Fee.ShouldBe(1.0011m);
    }

    [Fact]
    public void Market_PricesBetweenTicks_AreRoundedAgainstTheTrader()
    {
        var options = Market.Free with { Instruments = [Market.Plain with { TickSize = 0.5m, Spread = 0.002m }] };
        var market = new Market(options).Holding(1);
        market.Cash.ShouldBe(100_000m - 100.5m - 0.1005m);
        market.Place(Orders.Sell("b", 1));

        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Price.ShouldBe(99.5m);
    }

    [Fact]
    public void Market_FeeBetweenDecimals_IsRoundedUp()
    {
        var market = new Market(Market.Free with { Instruments = [Market.Plain with { TakerFee = 0.0000001234m }] });
        market.Place(Orders.Buy("a", 1));

        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Fee.ShouldBe(0.00001234m);
        market.Place(Orders.Buy("b", 0.101m));
        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Fee.ShouldBe(0.00000125m);
    }

    [Fact]
    public void Market_LargerThanTheShareOfVolume_FillsInPartsOverBars()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 60));

        market.Bar(100, 100, 100, 100, volume: 1_000).ShouldHaveSingleItem().Quantity.ShouldBe(25m);
        market.Order("a").Status.ShouldBe(OrderStatus.PartiallyFilled);
        market.Bar(101, 101, 101, 101, volume: 1_000).ShouldHaveSingleItem().Quantity.ShouldBe(25m);
        market.Bar(102, 102, 102, 102, volume: 1_000).ShouldHaveSingleItem().Quantity.ShouldBe(10m);

        market.Order("a").Status.ShouldBe(OrderStatus.Filled);
        market.Order("a").FilledValue.ShouldBe((25 * 100m) + (25 * 101m) + (10 * 102m));
    }

    [Fact]
    public void Market_TwoOrdersInOneBar_ShareTheVolume()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 20));
        market.Place(Orders.Buy("b", 20));

        market.Bar(100, 100, 100, 100, volume: 1_000).Select(fill => fill.Quantity).ShouldBe([20m, 5m]);
    }

    [Fact]
    public void Market_SecondOrderOfABar_PaysForTheVolumeBothHaveTaken()
    {
        var market = new Market(Market.Free with { SlippageFactor = 0.1m, VolumeCap = 0.25m });
        market.Place(Orders.Buy("a", 90));
        market.Place(Orders.Buy("b", 70));

        // 100 * (1 + 0.1 * sqrt(0.09)) and 100 * (1 + 0.1 * sqrt(0.16))
        market.Bar(100, 100, 100, 100, volume: 1_000).Select(fill => fill.Price).ShouldBe([103m, 104m]);
    }

    [Fact]
    public void Market_CapBetweenLots_IsRoundedDown()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1));

        market.Bar(100, 100, 100, 100, volume: 7.777m).ShouldHaveSingleItem().Quantity.ShouldBe(0.194m);
    }

    [Fact]
    public void Market_BarWithoutVolume_WaitsForTheNext()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1));

        market.Bar(100, 100, 100, 100, volume: 0).ShouldBeEmpty();
        market.Bar(105, 105, 105, 105).ShouldHaveSingleItem().Price.ShouldBe(105m);
    }

    [Fact]
    public void Market_MissingBars_StaysUntilTheNextBarThereIs()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1));
        market.Skip(5);

        var fill = market.Bar(120, 120, 120, 120).ShouldHaveSingleItem();

        (fill.Price, fill.Timestamp).ShouldBe((120m, Market.Start.AddHours(6)));
    }

    [Fact]
    public void Market_ImmediateOrCancel_CancelsWhatTheCapLeaves()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 60) with { TimeInForce = TimeInForce.ImmediateOrCancel });

        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Quantity.ShouldBe(25m);

        var order = market.Order("a");
        (order.Status, order.Code, order.Filled).ShouldBe((OrderStatus.Cancelled, ExchangeCodes.ImmediateOrCancel, 25m));
    }

    [Fact]
    public void Market_WithLatency_WaitsThatManyBarsMore()
    {
        var market = new Market(Market.Free with { LatencyBars = 2 });
        market.Place(Orders.Buy("a", 1));

        market.Bar(101, 101, 101, 101).ShouldBeEmpty();
        market.Bar(102, 102, 102, 102).ShouldBeEmpty();
        market.Bar(103, 103, 103, 103).ShouldHaveSingleItem().Price.ShouldBe(103m);
    }

    [Fact]
    public void Market_OfAnotherSymbolWhoseBarOfTheSameHourComesLater_DoesNotSeeThatBar()
    {
        var market = new Market();
        market.Bar(50, 50, 50, 50, symbol: Market.Eth);
        market.Bar(101, 101, 101, 101);
        market.Place(Orders.Buy("a", 1) with { Symbol = Market.Eth });

        market.Bar(55, 60, 40, 55, symbol: Market.Eth).ShouldBeEmpty();
        market.Bar(52, 52, 52, 52, symbol: Market.Eth).ShouldHaveSingleItem().Price.ShouldBe(52m);
    }

    [Fact]
    public void Market_CashGoneByAGap_FillsWhatCanBePaidAndCancelsTheRest()
    {
        var market = new Market(Market.Free with { InitialCash = 1_001m });
        market.Place(Orders.Buy("a", 10));

        var fill = market.Bar(110, 110, 110, 110).ShouldHaveSingleItem();

        fill.Quantity.ShouldBe(9.09m);
        market.Cash.ShouldBe(1_001m - (9.09m * 110m * 1.001m));
        (market.Order("a").Status, market.Order("a").Code).ShouldBe((OrderStatus.Cancelled, ExchangeCodes.InsufficientFunds));
    }

    [Fact]
    public void Market_Short_BringsCashAndMayBeAsLargeAsEquity()
    {
        var market = new Market(Market.Free with { InitialCash = 1_002m });
        market.Refused(Orders.Sell("a", 11)).ShouldBe(ExchangeCodes.InsufficientFunds);
        market.Place(Orders.Sell("b", 10));

        market.Bar(100, 100, 100, 100).ShouldHaveSingleItem().Quantity.ShouldBe(10m);
        (market.Held, market.Cash).ShouldBe((-10m, 1_002m + 1_000m - 1m));
    }
}
