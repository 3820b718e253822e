using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Estimators;

public sealed class EntryTests
{
    [Fact]
    public void Momentum_BuyingAfterEveryRise_IsThatRise()
    {
        // Prices go up 2 % and down again, day by day; every buy follows a day that rose.
        var manager = new PersonaManager();
        manager.ObserveBars(Enumerable.Range(0, 160).Select(day => DayBar(Btc, day, day % 2 == 0 ? 100 : 102, day % 2 == 0 ? 100 : 102, volume: 100 + (day % 5))));
        manager.Observe(Enumerable.Range(30, 60).SelectMany(i => new[] { Buy($"a{i:000}", Btc, 1, 102, (i * 2) - 20), Sell($"b{i:000}", Btc, 1, 102, (i * 2) - 19.9) }));
        manager.Advance(At(160));
        var profile = manager.Revealed(At(160));

        profile.Find(AttributeNames.EntryMomentum1d)!.Value!.Value.ShouldBe(0.02, 1e-9);
        profile.Find(AttributeNames.BreakoutEntries)!.Value!.Value.ShouldBeGreaterThan(0.9);
        profile.Find(AttributeNames.EntryStretch)!.Value!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Fomo_EveryEntryAfterAnExtremeDay_IsOneLessTheBaseRate()
    {
        // Every tenth day has ten times the volume; entries are made on the days after.
        var manager = new PersonaManager();
        manager.ObserveBars(Enumerable.Range(0, 500).Select(day => DayBar(Btc, day, 100, 100, volume: day % 30 == 29 ? 5000 : 100 + (day % 7))));
        List<Fill> fills = [];
        for (var day = 60; day < 500; day += 30)
        {
            fills.AddRange([Buy($"{day}a", Btc, 1, 100, day + 0.2), Sell($"{day}b", Btc, 1, 101, day + 0.3), Buy($"{day}c", Btc, 1, 100, day + 0.4), Sell($"{day}d", Btc, 1, 101, day + 0.5)]);
        }

        manager.Observe(fills);
        manager.Advance(At(500));
        var attribute = new Evidence(manager.State, manager.Market, new PersonaOptions { HalfLife = TimeSpan.FromDays(1e6) }, At(500));

        var fomo = EntryEstimators.Of(attribute).Single(a => a.Name == AttributeNames.Fomo);
        fomo.Value!.Value.ShouldBe(1 - (1.0 / 30), 0.01);
        fomo.Interval!.Value.Low.ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void Of_NoBars_SaysSo()
    {
        var profile = Manager(DailyTrips(Enumerable.Repeat(1m, 40)), 41).Revealed(At(41));

        profile.Find(AttributeNames.Fomo)!.Note.ShouldBe("no bars");
        profile.Find(AttributeNames.EntryMomentum1d)!.Note.ShouldBe("no bars");
    }

    [Fact]
    public void Of_NoOrders_SaysSo() =>
        Manager(DailyTrips(Enumerable.Repeat(1m, 40)), 41).Revealed(At(41)).Find(AttributeNames.StopRate)!.Note.ShouldBe("no order data");

    [Fact]
    public void RevengeOdds_LargerAfterEveryLoss_IsAboveOne()
    {
        // Random losses; after a loss the size is 2 in nine cases of ten, after a win in one of ten.
        var random = new Random(5);
        List<Fill> fills = [];
        var lost = false;
        for (var day = 0; day < 150; day++)
        {
            var large = random.NextDouble() < (lost ? 0.9 : 0.1);
            lost = random.NextDouble() < 0.5;
            fills.AddRange(DailyTrips([lost ? -1m : 1m], firstDay: day, quantity: large ? 2 : 1));
        }

        var attribute = Manager(fills, 151).Revealed(At(151)).Find(AttributeNames.RevengeOdds)!;

        attribute.Interval!.Value.Low.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void RevengeOdds_FortyTrips_AreTooFew()
    {
        var attribute = Manager(DailyTrips(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1m : -1m)), 41).Revealed(At(41)).Find(AttributeNames.RevengeOdds)!;

        attribute.Status.ShouldBe(AttributeStatus.Insufficient);
        attribute.Note.ShouldStartWith("needs 50 effective samples");
    }

    [Fact]
    public void SizeAfterLoss_Never_IsNotDefined() =>
        Manager(DailyTrips(Enumerable.Repeat(1m, 60)), 61).Revealed(At(61)).Find(AttributeNames.SizeAfterLoss)!.Value.ShouldBeNull();

    [Fact]
    public void GapAfterLoss_LongerAfterLosses_IsAboveOne()
    {
        List<Fill> fills = [];
        var day = 0.0;
        for (var i = 0; i < 80; i++)
        {
            var lost = i % 2 == 0;
            fills.AddRange([Buy($"{i:00}a", Btc, 1, 100, day), Sell($"{i:00}b", Btc, 1, lost ? 99 : 101, day + 0.1)]);
            day += 0.1 + (lost ? 0.8 : 0.2);
        }

        var end = Math.Ceiling(day) + 1;
        Manager(fills, end).Revealed(At(end)).Find(AttributeNames.GapAfterLoss)!.Value!.Value.ShouldBe(4, 0.05);
    }

    [Fact]
    public void CircularMean_HandComputed_IsTheResultant()
    {
        // 22 h and 2 h: the mean is midnight, the length the cosine of 30 degrees.
        var circle = CircularMean.Of(new WeightedSeries([22, 2], [1, 1]), 24);

        Math.Min(circle.Mean, 24 - circle.Mean).ShouldBe(0, 1e-9);
        circle.Length.ShouldBe(Math.Cos(Math.PI / 6), 1e-12);
    }

    [Fact]
    public void CircularMean_EveryHour_HasNoDirection() =>
        CircularMean.Of(new WeightedSeries([.. Enumerable.Range(0, 24).Select(h => (double)h)], [.. Enumerable.Repeat(1.0, 24)]), 24).HalfWidth.ShouldBeNull();

    [Fact]
    public void HourOfWeek_MondayMorning_IsTheFirstHours()
    {
        // Day0 is a Monday.
        var fills = Enumerable.Range(0, 40).SelectMany(week => new[] { Buy($"{week:00}a", Btc, 1, 100, week * 7 + (1.5 / 24)), Sell($"{week:00}b", Btc, 1, 101, (week * 7) + 0.2) });
        var manager = Manager(fills, 280, new PersonaOptions { HalfLife = TimeSpan.FromDays(1e6) });

        var week = manager.Revealed(At(280)).HourOfWeek;
        week.Count.ShouldBe(168);
        week[1].ShouldBe(1, 1e-9);
        Manager(DailyTrips([1, 1]), 3).Revealed(At(3)).HourOfWeek.ShouldBeEmpty();
    }
}
