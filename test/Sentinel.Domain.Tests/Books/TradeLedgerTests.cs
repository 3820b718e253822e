namespace Sentinel.Domain.Tests.Books;

public sealed class TradeLedgerTests
{
    [Fact]
    public void Apply_BuyAndPartialSale_KeepsCashLotsAndResult()
    {
        var ledger = Fills.Ledger(10_000m, Fills.Buy(2, 100, fee: 0.20m), Fills.Buy(1, 130, fee: 0.13m, hours: 1), Fills.Sell(2.5m, 120, fee: 0.30m, hours: 2));

        ledger.Cash.ShouldBe(10_000m - 200 - 130 + 300 - 0.63m);
        ledger.RealisedPnl.ShouldBe((2 * 20m) + (0.5m * -10m));
        ledger.Fees.ShouldBe(0.63m);
        ledger.CostOfPositions.ShouldBe(65m);
        var lot = ledger.OpenLots(Fills.Btc).ShouldHaveSingleItem();
        (lot.Quantity, lot.Price, lot.Fee, lot.IsLong).ShouldBe((0.5m, 130m, 0.065m, true));
    }

    [Fact]
    public void Position_ByAverageCost_HasTheCommissionInIt()
    {
        var position = Fills.Ledger(10_000m, Fills.Buy(2, 100, fee: 0.20m), Fills.Buy(2, 130, fee: 0.40m, hours: 1), Fills.Sell(1, 150, hours: 2))
            .Position(Fills.Btc).ShouldNotBeNull();

        position.Quantity.ShouldBe(3);
        position.AveragePrice.ShouldBe(115m);
        position.AverageCost.ShouldBe(115.15m);
        position.Cost.ShouldBe(100m + (2 * 130m));
        position.OpenedAt.ShouldBe(Fills.Start);
    }

    [Fact]
    public void AverageCostRealisedPnl_PartialSale_DiffersFromFirstInFirstOut()
    {
        var ledger = Fills.Ledger(10_000m, Fills.Buy(1, 100), Fills.Buy(1, 200, hours: 1), Fills.Sell(1, 180, hours: 2));

        ledger.RealisedPnl.ShouldBe(80m);
        ledger.AverageCostRealisedPnl(Fills.Btc).ShouldBe(30m);
    }

    [Fact]
    public void Apply_ShortSale_BringsCashAndOwesTheAsset()
    {
        var ledger = Fills.Ledger(1_000m, Fills.Sell(2, 100, fee: 0.5m));

        ledger.Cash.ShouldBe(1_199.5m);
        ledger.CostOfPositions.ShouldBe(-200m);
        var position = ledger.Position(Fills.Btc).ShouldNotBeNull();
        (position.Quantity, position.AveragePrice, position.AverageCost).ShouldBe((-2m, 100m, 99.75m));
        ledger.Equity(new Dictionary<Symbol, decimal> { [Fills.Btc] = 110m }).ShouldBe(979.5m);
    }

    [Fact]
    public void Apply_Flip_ClosesTheLongAndOpensAShortWithItsShareOfTheFee()
    {
        var ledger = Fills.Ledger(1_000m, Fills.Buy(1, 100, fee: 0.1m, id: "a"), Fills.Sell(3, 90, fee: 0.3m, hours: 1, id: "b"));

        var trip = ledger.RoundTrips().ShouldHaveSingleItem();
        (trip.Quantity, trip.Fees, trip.Pnl, trip.EntryFillId, trip.ExitFillId).ShouldBe((1m, 0.2m, -10.2m, "a", "b"));
        var lot = ledger.OpenLots(Fills.Btc).ShouldHaveSingleItem();
        (lot.IsLong, lot.Quantity, lot.Fee).ShouldBe((false, 2m, 0.2m));
        ledger.Position(Fills.Btc)!.OpenedAt.ShouldBe(Fills.Start.AddHours(1));
        ledger.ClosedPositions().ShouldHaveSingleItem().Pnl.ShouldBe(-10.2m);
    }

    [Fact]
    public void Apply_SameFillTwice_CountsOnce()
    {
        var ledger = new TradeLedger(100m);
        var fill = Fills.Buy(1, 10, id: "x");

        ledger.Apply(fill).ShouldBeTrue();
        ledger.Apply(fill with { Quantity = 1.0m, Timestamp = fill.Timestamp.ToOffset(TimeSpan.FromHours(3)) }).ShouldBeFalse();
        ledger.Cash.ShouldBe(90m);
        ledger.FillCount.ShouldBe(1);
    }

    [Fact]
    public void Apply_SameIdOtherContents_IsAConflictAndChangesNothing()
    {
        var ledger = Fills.Ledger(100m, Fills.Buy(1, 10, id: "x"));

        Should.Throw<FillConflictException>(() => ledger.Apply(Fills.Buy(2, 10, id: "x"))).FillId.ShouldBe("x");
        ledger.Quantity(Fills.Btc).ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 1, "x")]
    [InlineData(-1, 1, "x")]
    [InlineData(1, 0, "x")]
    [InlineData(1, -5, "x")]
    [InlineData(1, 1, "")]
    public void Apply_AFillThatCannotBe_IsRefused(int quantity, int price, string id)
    {
        var ledger = new TradeLedger(100m);

        Should.Throw<ArgumentException>(() => ledger.Apply(Fills.Buy(quantity, price, id: id)));
        ledger.Cash.ShouldBe(100m);
        ledger.Positions().ShouldBeEmpty();
    }

    [Fact]
    public void Apply_MoreDecimalsThanStayExact_IsRefused()
    {
        var ledger = new TradeLedger(100m);

        Should.Throw<ArgumentException>(() => ledger.Apply(Fills.Buy(0.123456789012345678m, 1.123m))).Message.ShouldContain("20 decimals");
        Should.Throw<ArgumentException>(() => ledger.Apply(Fills.Buy(1, 1, fee: 0.000000000000000000001m)));
        ledger.Apply(Fills.Buy(0.123456789012345678m, 1.12m));
        ledger.Apply(Fills.Buy(1.000000000000000000000000m, 1.123456789m)).ShouldBeTrue("trailing zeros are no decimals");
    }

    [Fact]
    public void Apply_ManyDecimalsAndLargeValues_StillConserves()
    {
        var ledger = Fills.Ledger(
            300_000_000m,
            Fills.Buy(1_000.123456789012m, 99_999.12345678m, fee: 0.123456789012345678m),
            Fills.Sell(333.333333333333m, 98_765.87654321m, fee: 1.1m, hours: 1), Fills.Sell(1_000.000000000001m, 100_001.00000001m, fee: 7m, hours: 2));

        (ledger.Cash + ledger.CostOfPositions - ledger.RealisedPnl + ledger.Fees).ShouldBe(300_000_000m);
    }

    [Fact]
    public void Apply_SaleHeardOfBeforeItsPurchase_IsCorrectedWhenThePurchaseArrives()
    {
        var ledger = Fills.Ledger(1_000m, Fills.Sell(1, 120, hours: 2));
        ledger.Quantity(Fills.Btc).ShouldBe(-1);

        ledger.Apply(Fills.Buy(1, 100, hours: 1));

        ledger.Positions().ShouldBeEmpty();
        ledger.RoundTrips().ShouldHaveSingleItem().IsLong.ShouldBeTrue();
        ledger.RealisedPnl.ShouldBe(20m);
    }

    [Fact]
    public void Apply_SameTime_OrdersById()
    {
        var ledger = Fills.Ledger(1_000m, Fills.Sell(1, 120, id: "b"), Fills.Buy(1, 100, id: "a"));

        ledger.Fills(Fills.Btc).Select(fill => fill.Id).ShouldBe(["a", "b"]);
        ledger.RoundTrips().ShouldHaveSingleItem().EntryFillId.ShouldBe("a");
    }

    [Fact]
    public void Apply_Rebate_IsMoneyAndAFeeBelowZero()
    {
        var ledger = Fills.Ledger(1_000m, Fills.Buy(1, 100, fee: -0.02m));

        (ledger.Cash, ledger.Fees).ShouldBe((900.02m, -0.02m));
        ledger.Position(Fills.Btc)!.AverageCost.ShouldBe(99.98m);
    }

    [Fact]
    public void Equity_PositionWithoutAMark_CountsAtItsLastFill() =>
        Fills.Ledger(1_000m, Fills.Buy(1, 100), Fills.Buy(1, 110, hours: 1)).Equity(new Dictionary<Symbol, decimal>()).ShouldBe(1_010m);
}
