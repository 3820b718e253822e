namespace Sentinel.Domain.Tests.Books;

public sealed class RoundTripsTests
{
    [Fact]
    public void FromFills_OneSaleOfThreeLots_SharesItsFeeWithNothingLost()
    {
        var trips = RoundTrips.FromFills(
        [
            Fills.Buy(1, 10, fee: 0.01m), Fills.Buy(1, 11, fee: 0.01m, hours: 1), Fills.Buy(1, 12, fee: 0.01m, hours: 2),
            Fills.Sell(3, 12, fee: 0.10m, hours: 3),
        ]);

        trips.Count.ShouldBe(3);
        trips.Sum(trip => trip.Fees).ShouldBe(0.13m);
        trips.Select(trip => trip.Fees).ShouldBe([0.043333333333m, 0.043333333334m, 0.043333333333m]);
        trips.Select(trip => trip.EntryPrice).ShouldBe([10m, 11m, 12m]);
    }

    [Fact]
    public void FromFills_ALotClosedInThirds_SharesItsEntryFeeWithNothingLost()
    {
        var trips = RoundTrips.FromFills(
            [Fills.Buy(3, 10, fee: 0.10m), Fills.Sell(1, 11, hours: 1), Fills.Sell(1, 11, hours: 2), Fills.Sell(1, 11, hours: 3)]);

        trips.Sum(trip => trip.Fees).ShouldBe(0.10m);
        trips.Sum(trip => trip.Pnl).ShouldBe(2.90m);
    }

    [Fact]
    public void FromFills_Short_EarnsWhenThePriceFalls()
    {
        var trip = RoundTrips.FromFills([Fills.Sell(2, 100, fee: 1), Fills.Buy(2, 90, fee: 1, hours: 5)]).ShouldHaveSingleItem();

        trip.IsLong.ShouldBeFalse();
        trip.Pnl.ShouldBe(18m);
        trip.Held.ShouldBe(TimeSpan.FromHours(5));
    }

    [Fact]
    public void FromFills_NewestFirst_IsTheSame()
    {
        Fill[] fills = [Fills.Buy(2, 10), Fills.Sell(1, 11, hours: 1), Fills.Sell(2, 12, hours: 2), Fills.Buy(1, 9, hours: 3)];

        RoundTrips.FromFills(fills.Reverse()).ShouldBe(RoundTrips.FromFills(fills));
        RoundTrips.FromFills(fills).Count.ShouldBe(3);
    }

    [Fact]
    public void FromFills_TwoMarkets_AreApartAndInOrderOfClosing()
    {
        var trips = RoundTrips.FromFills(
        [
            Fills.Buy(1, 10), Fills.Buy(1, 20, symbol: Fills.Eth), Fills.Sell(1, 21, hours: 1, symbol: Fills.Eth), Fills.Sell(1, 11, hours: 2),
        ]);

        trips.Select(trip => trip.Symbol).ShouldBe([Fills.Eth, Fills.Btc]);
    }

    [Fact]
    public void Positions_ReducedAndEnlargedAgain_KnowTheMostThatWasOpen()
    {
        var position = RoundTrips.Positions(
            [Fills.Buy(3, 10), Fills.Sell(2, 10, hours: 1), Fills.Buy(1, 10, hours: 2), Fills.Sell(2, 10, hours: 3)]).ShouldHaveSingleItem();

        (position.Quantity, position.PeakQuantity).ShouldBe((4m, 3m));
    }

    [Fact]
    public void Positions_ManyFills_AreOnePositionFromZeroToZero()
    {
        var position = RoundTrips.Positions(
        [
            Fills.Buy(1, 10, fee: 0.1m, order: "in"), Fills.Buy(3, 12, fee: 0.1m, hours: 1, order: "add"),
            Fills.Sell(2, 14, fee: 0.1m, hours: 2), Fills.Sell(2, 8, fee: 0.1m, hours: 3, order: "out") with { OrderType = OrderType.Stop },
        ]).ShouldHaveSingleItem();

        (position.Quantity, position.PeakQuantity, position.EntryPrice, position.ExitPrice).ShouldBe((4m, 4m, 11.5m, 11m));
        (position.Pnl, position.Fees).ShouldBe((-2.4m, 0.4m));
        (position.EntryOrderId, position.ExitOrderId, position.ByStop).ShouldBe(("in", "out", true));
    }
}
