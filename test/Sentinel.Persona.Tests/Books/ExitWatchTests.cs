using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Books;

public sealed class ExitWatchTests
{
    [Fact]
    public void Days_PositionWithAStop_StandsInUnitsOfItsRisk()
    {
        // A long from 100 with its stop at 90 closes day 0 at 120 (2 R) and day 1 at 95 (-0.5 R), and is sold on day 2.
        var buy = Buy("1", Btc, 1, 100, 0.5);
        var manager = new PersonaManager();
        manager.ObserveBars([DayBar(Btc, 0, 100, 120, 120), DayBar(Btc, 1, 90, 120, 95), DayBar(Btc, 2, 90, 100)]);
        manager.ObserveOrders([WithStop(buy, 90)]);
        manager.Observe([buy, Sell("2", Btc, 1, 96, 2.5)]);
        manager.Advance(At(3));

        manager.State.ExitChances.Select(chance => (chance.R, chance.IsClosed)).ShouldBe([(2.0, false), (-0.5, true)]);
    }

    [Fact]
    public void Days_ShortWithAStop_GainsDownwards()
    {
        var sell = Sell("1", Btc, 1, 100, 0.5);
        var manager = new PersonaManager();
        manager.ObserveBars([DayBar(Btc, 0, 80, 100, 80)]);
        manager.ObserveOrders([WithStop(sell, 110)]);
        manager.Observe([sell]);
        manager.Advance(At(2));

        manager.State.ExitChances.Single().R.ShouldBe(2);
    }

    [Fact]
    public void Days_LongAndShort_AreGrossAndNet()
    {
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = 1000 });
        manager.Observe([Buy("1", Btc, 3, 100, 0.1), Sell("2", Eth, 1, 100, 0.2)]);
        manager.Advance(At(1));

        var day = manager.State.Days.Single();
        day.Gross!.Value.ShouldBe(0.4, 1e-12);
        day.Net!.Value.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void ExitOdds_WinnersClosedSooner_AreAboveOne()
    {
        var fills = new List<Fill>();
        var orders = new List<PlacedOrder>();
        var bars = new List<Bar>();
        for (var i = 0; i < 80; i++)
        {
            // Every position stands at 1 R up or down at the end of its first day; nine winners of ten are sold the day after, one loser of ten; the rest a day later.
            var (start, up) = (i * 4, i % 2 == 0);
            var mark = up ? 110 : 90;
            var soon = i / 2 % 10 != 0 == up;
            var buy = Buy($"a{i:000}", Btc, 1, 100, start + 0.5);
            fills.AddRange([buy, Sell($"b{i:000}", Btc, 1, mark, start + (soon ? 1.5 : 2.5))]);
            orders.Add(WithStop(buy, 90 - 0.0001m));
            bars.AddRange(Enumerable.Range(0, 4).Select(day => DayBar(Btc, start + day, mark, mark)));
        }

        var manager = new PersonaManager();
        manager.ObserveBars(bars);
        manager.ObserveOrders(orders);
        manager.Observe(fills);
        manager.Advance(At(320));
        var attribute = manager.Revealed(At(320)).Find(AttributeNames.ExitOdds)!;

        attribute.Interval!.Value.Low.ShouldBeGreaterThan(1);
    }
}
