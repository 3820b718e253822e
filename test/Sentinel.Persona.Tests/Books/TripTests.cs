using CsCheck;
using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Books;

public sealed class TripTests
{
    [Fact]
    public void Trips_PartsOfOneExitInOneDay_AreOneTrip()
    {
        var trips = Trips(2, Buy("1", Btc, 3, 100, 0.1, fee: 3), Sell("2", Btc, 1, 110, 0.5, fee: 1), Sell("3", Btc, 2, 120, 0.6, fee: 2));

        var trip = trips.ShouldHaveSingleItem();
        trip.Quantity.ShouldBe(3);
        trip.Pnl.ShouldBe(10 + 40 - 6);
        trip.Fees.ShouldBe(6);
        trip.HeldHours.ShouldBe(((0.4 * 1) + (0.5 * 2)) * 24 / 3, 1e-9);
        trip.KnownAt.ShouldBe(At(0.6));
    }

    [Fact]
    public void Trips_PartsOnTwoDays_AreTwoTrips()
    {
        var trips = Trips(3, Buy("1", Btc, 2, 100, 0.1), Sell("2", Btc, 1, 110, 0.5), Sell("3", Btc, 1, 90, 1.5));

        trips.Select(trip => trip.Pnl).ShouldBe([10, -10]);
        trips[0].KnownAt.ShouldBe(At(1), "a part of an open position is counted when its day ends");
        trips[0].PositionId.ShouldBe(trips[1].PositionId);
    }

    [Fact]
    public void Trips_FillThatFlips_ClosesAndOpens()
    {
        var trips = Trips(2, Buy("1", Btc, 1, 100, 0.1), Sell("2", Btc, 3, 110, 0.2), Buy("3", Btc, 2, 100, 0.3));

        trips.Select(trip => (trip.IsLong, trip.Pnl)).ShouldBe([(true, 10m), (false, 20m)]);
    }

    [Fact]
    public void Trips_CostBeforeTheHistory_GivesNoResult()
    {
        var manager = new PersonaManager();
        manager.Observe([Sell("1", Btc, 1, 110, 0.2), Buy("2", Btc, 1, 100, 0.3), Sell("3", Btc, 1, 105, 0.4)], [new PositionAdjustment(Btc, At(0.1), 1, "held before")]);
        manager.Advance(At(1));

        manager.State.Trips.Select(trip => trip.Pnl).ShouldBe([5]);
    }

    [Fact]
    public void Entries_FillsOfOneOrder_AreOneEntry()
    {
        var manager = Manager(
            [Buy("1", Btc, 1, 100, 0.1, order: "o"), Buy("2", Btc, 3, 104, 0.11, order: "o"), Buy("3", Btc, 2, 90, 0.2, order: "p")], 1);

        manager.State.Entries.Select(entry => (entry.Quantity, entry.Price, entry.IsAdd)).ShouldBe([(4m, 103m, false), (2m, 90m, true)]);
        manager.State.Entries[1].AgainstAverage.ShouldBe(true);
        manager.State.Entries[1].SizeRatio!.Value.ShouldBe(0.5);
    }

    [Fact]
    public void Entries_AddToAShortAtAHigherPrice_IsAgainstTheAverage()
    {
        var manager = Manager([Sell("1", Btc, 1, 100, 0.1), Sell("2", Btc, 1, 105, 0.2), Sell("3", Btc, 1, 90, 0.3)], 1);

        manager.State.Entries.Select(entry => entry.AgainstAverage).ShouldBe([null, true, false]);
    }

    [Fact]
    public void AverageCost_PartClosed_DoesNotChange()
    {
        var book = new PositionBook(Btc);
        book.Open(true, 1, 100, 1, At(0), "1", () => 1);
        book.Open(true, 1, 110, 1, At(0), "2", () => 2);
        book.Close(1, 150, 0, At(1), "3");

        book.AverageCost.ShouldBe(106);
        book.PositionId.ShouldBe(1);
    }

    [Fact]
    public void Days_EquityKnown_ReturnsAreMarked()
    {
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = 1000 });
        manager.ObserveBars([DayBar(Btc, 0, 100, 100), DayBar(Btc, 1, 110, 110), DayBar(Btc, 2, 99, 99)]);
        manager.Observe([Buy("1", Btc, 5, 100, 0.5)]);
        manager.Advance(At(3));

        manager.State.Days.Select(day => day.Equity).ShouldBe([1000m, 1050m, 995m]);
        manager.State.Days[2].Return!.Value.ShouldBe((995.0 / 1050) - 1, 1e-12);
    }

    [Fact]
    public void Trips_AnyFills_SumToTheRoundTripsOfTheBooks() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[1, 5], Gen.Int[90, 110], Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 40].Sample(rows =>
        {
            Symbol[] symbols = [Btc, Eth, Sol];
            List<Fill> fills = [];
            var day = 0.0;
            foreach (var (side, quantity, price, symbol, hours) in rows)
            {
                day += hours / 24.0;
                fills.Add(Fill($"f{fills.Count:000}", symbols[symbol], side == 0 ? OrderSide.Buy : OrderSide.Sell, quantity, price, day, fee: quantity));
            }

            var expected = RoundTrips.FromFills(fills);
            var state = Manager(fills, day + 2).State;
            Math.Abs(state.Trips.Sum(trip => trip.Pnl) - expected.Sum(trip => trip.Pnl)).ShouldBeLessThan(0.000001m);
            state.Trips.Sum(trip => trip.Quantity).ShouldBe(expected.Sum(trip => trip.Quantity));
        });

    private static List<Trip> Trips(double until, params Fill[] fills) => Manager(fills, until).State.Trips;
}
