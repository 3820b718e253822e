using CsCheck;
using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Revealed;

public sealed class PersonaManagerTests
{
    [Fact]
    public void Revealed_FiveTrades_NamesNothing()
    {
        var profile = Manager(DailyTrips([1, -1, 2, 3, -2]), 6).Revealed(At(6));

        profile.Attributes.ShouldNotBeEmpty();
        profile.Attributes.ShouldAllBe(attribute => attribute.Status == AttributeStatus.Insufficient && attribute.Value == null && attribute.Interval == null && attribute.Text == null);
    }

    [Fact]
    public void WinRate_TwentyTripsOfOneDay_IsNamedButDoesNotSteer()
    {
        var fills = Enumerable.Range(0, 20).SelectMany(i => new[] { Buy($"a{i:00}", Btc, 1, 100, i * 0.04), Sell($"b{i:00}", Btc, 1, i < 12 ? 101 : 99, (i * 0.04) + 0.01) });

        var attribute = Manager(fills, 1, new PersonaOptions { HalfLife = TimeSpan.FromDays(100_000) }).Revealed(At(1)).Find(AttributeNames.WinRate)!;

        attribute.N.ShouldBe(20);
        attribute.Status.ShouldBe(AttributeStatus.Ok);
        attribute.Value!.Value.ShouldBe(13.0 / 22, 1e-4);
        attribute.CanSteer.ShouldBeFalse();
        attribute.SourceIds[0].ShouldBe("b19");
    }

    [Fact]
    public void WinRate_NineteenTrips_IsInsufficientAndSaysWhy()
    {
        var attribute = Manager(DailyTrips(Enumerable.Repeat(1m, 19)), 20).Revealed(At(20)).Find(AttributeNames.WinRate)!;

        attribute.Status.ShouldBe(AttributeStatus.Insufficient);
        attribute.Note.ShouldStartWith("needs 20 effective samples, has 19");
    }

    [Fact]
    public void EffectiveN_ForgettingOverAYear_IsKishsOfTheWeights()
    {
        var fills = DailyTrips(Enumerable.Repeat(1m, 365));
        var attribute = Manager(fills, 365).Revealed(At(365)).Find(AttributeNames.WinRate)!;

        var weights = Enumerable.Range(0, 365).Select(day => Math.Pow(2, -(365 - (day + 0.5 + (2.0 / 24))) / 90)).ToArray();
        attribute.EffectiveN.ShouldBe(Math.Pow(weights.Sum(), 2) / weights.Sum(w => w * w), 1e-6);
    }

    [Fact]
    public void Outcomes_HandComputed_AreTheTextbooks()
    {
        // 30 wins of 2 and 20 losses of 1, all of one weight.
        var results = Enumerable.Range(0, 50).Select(i => i % 5 < 3 ? 2m : -1m);
        var profile = Manager(DailyTrips(results), 51, new PersonaOptions { HalfLife = TimeSpan.FromDays(1e6) }).Revealed(At(51));

        profile.Find(AttributeNames.Payoff)!.Value!.Value.ShouldBe(2, 1e-9);
        profile.Find(AttributeNames.ProfitFactor)!.Value!.Value.ShouldBe(3, 1e-3);
        profile.Find(AttributeNames.Expectancy)!.Value!.Value.ShouldBe(0.8, 1e-3);
        profile.Find(AttributeNames.WinRate)!.Value!.Value.ShouldBe(31.0 / 52, 1e-3);
        profile.Find(AttributeNames.HoldingTime)!.Value!.Value.ShouldBe(2, 1e-9);
        profile.Find(AttributeNames.Style)!.Text.ShouldBe("day");
        profile.Find(AttributeNames.TradesPerDay)!.Value!.Value.ShouldBe(50.0 / 51, 1e-3);
    }

    [Fact]
    public void Revealed_WithoutEquity_SaysSoAndNothingThatDividesByIt()
    {
        var profile = Manager(DailyTrips(Enumerable.Repeat(1m, 60)), 61).Revealed(At(61));

        profile.EquityKnown.ShouldBeFalse();
        foreach (var name in new[] { AttributeNames.MaxDrawdown, AttributeNames.Sharpe, AttributeNames.RiskClass, AttributeNames.Turnover, AttributeNames.PositionSize })
        {
            profile.Find(name)!.Note.ShouldBe("equity is unknown");
            profile.Find(name)!.Value.ShouldBeNull();
        }
    }

    [Fact]
    public void Revealed_LongAgo_IsStale()
    {
        var manager = Manager(DailyTrips(Enumerable.Repeat(1m, 60)), 61);

        manager.Revealed(At(61 + 200)).Find(AttributeNames.WinRate)!.Status.ShouldBe(AttributeStatus.Stale);
    }

    [Fact]
    public void Stops_OrdersSeen_AreCountedAndMeasured()
    {
        var fills = DailyTrips(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 10m : -10m));
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = 1000, HalfLife = TimeSpan.FromDays(1e6) });
        manager.ObserveOrders(fills.Where(fill => fill.Side is OrderSide.Buy).Select((fill, i) => WithStop(fill, i < 30 ? 95 : null)));
        manager.Observe(fills);
        manager.Advance(At(41));
        var profile = manager.Revealed(At(41));

        profile.Find(AttributeNames.StopRate)!.Value!.Value.ShouldBe(31.0 / 42, 1e-3);
        profile.Find(AttributeNames.RiskPerTrade)!.Value!.Value.ShouldBe(0.005, 0.0001);
        profile.Find(AttributeNames.ExpectancyR)!.Value!.Value.ShouldBe(0, 1e-3);
        manager.State.Trips.Count(trip => trip.BeyondStop == true).ShouldBe(15);
    }

    [Fact]
    public void StopsWidened_StopMovedAway_IsSeen()
    {
        var fills = new[] { Buy("1", Btc, 1, 100, 0.1), Sell("2", Btc, 1, 80, 0.9) };
        var manager = new PersonaManager();
        PlacedOrder Stop(string id, decimal price, double day) => new(
            new OrderRequest { ClientOrderId = id, Symbol = Btc, Side = OrderSide.Sell, Type = OrderType.Stop, Quantity = 1, StopPrice = price }, At(day));
        manager.ObserveOrders([WithStop(fills[0], null), Stop("s1", 95, 0.11), Stop("s2", 85, 0.5)]);
        manager.Observe(fills);
        manager.Advance(At(1));

        manager.State.Entries.Single().Stop.ShouldBe(95);
        manager.State.Trips.Single().StopWidened.ShouldBe(true);
    }

    [Fact]
    public void SizeAfterLoss_DoubledAfterEachLoss_IsTwo()
    {
        List<Fill> fills = [];
        var lost = false;
        for (var day = 0; day < 80; day++)
        {
            fills.AddRange(DailyTrips([day % 2 == 0 ? -1m : 1m], firstDay: day, quantity: lost ? 2 : 1));
            lost = day % 2 == 0;
        }

        var attribute = Manager(fills, 81).Revealed(At(81)).Find(AttributeNames.SizeAfterLoss)!;

        attribute.Value!.Value.ShouldBe(2, 1e-9);
        attribute.Interval!.Value.Contains(2).ShouldBeTrue();
    }

    [Fact]
    public void ActiveHour_EntriesAroundMidnight_IsMidnight()
    {
        var fills = Enumerable.Range(0, 60).SelectMany(i => new[]
        {
            Buy($"a{i:00}", Btc, 1, 100, i + (i % 2 == 0 ? 23.0 / 24 : 1.0 / 24)), Sell($"b{i:00}", Btc, 1, 101, i + (i % 2 == 0 ? 23.2 / 24 : 1.2 / 24)),
        });

        var attribute = Manager(fills, 61).Revealed(At(61)).Find(AttributeNames.ActiveHour)!;

        Math.Min(attribute.Value!.Value, 24 - attribute.Value.Value).ShouldBeLessThan(0.1);
        attribute.Status.ShouldBe(AttributeStatus.Ok);
    }

    [Fact]
    public void EveryInterval_SyntheticTrader_HoldsItsValue() => Gen.Int[1, 1_000_000].Sample(seed =>
    {
        var profile = SyntheticMarket.Profile(seed);
        profile.Attributes.Where(attribute => attribute.Interval is not null).ShouldNotBeEmpty();
        profile.Attributes.ShouldAllBe(attribute => attribute.Interval == null || attribute.Interval.Value.Contains(attribute.Value!.Value));
        profile.Attributes.ShouldAllBe(attribute => (attribute.Value == null) == (attribute.Status == AttributeStatus.Insufficient));
    }, iter: 12);
}
