using Sentinel.Market;
using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class MeterTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Symbol One = Symbol.Parse("SYNA");
    private static readonly Symbol Two = Symbol.Parse("SYNB");

    [Fact]
    public void Forecast_FiveBarsLater_IsJudgedOnce()
    {
        var log = new ForecastLog(2);
        log.Observe(Bar(0, 100));
        log.Add(new TradeIntent { Symbol = One, Direction = IntentDirection.Long, Conviction = 0.8 }, Bar(0, 100), day: 3);
        log.Add(new TradeIntent { Symbol = One, Direction = IntentDirection.Short, Conviction = 0.6 }, Bar(0, 100), day: 4);

        log.Observe(Bar(1, 90)).ShouldBeEmpty();
        log.Observe(Bar(1, 90) with { Symbol = Two }).ShouldBeEmpty();
        var judged = log.Observe(Bar(2, 101));

        judged.Select(one => one.Day).ShouldBe([3, 4]);
        judged.Select(one => one.Score).ShouldBe([0.04, 0.36], 1e-12);
        log.Observe(Bar(3, 101)).ShouldBeEmpty();
    }

    [Fact]
    public void Habits_OfATrader_AreCountedInsideTheTimeAlone()
    {
        Fill[] fills =
        [
            Fill("a", Two, OrderSide.Buy, -5), Fill("b", Two, OrderSide.Sell, -2),
            Fill("c", One, OrderSide.Buy, 1), Fill("d", One, OrderSide.Sell, 9),
            Fill("e", One, OrderSide.Sell, 20), Fill("f", One, OrderSide.Buy, 120),
        ];
        var own = Habits.Of([One, Two], fills, 10_000m, Start, Start.AddDays(30));
        var same = new Habits([One, Two]);
        same.AddEntry(One, isLong: true, 0.1);
        same.AddEntry(One, isLong: false, 0.1);
        same.AddHold(TimeSpan.FromHours(8));
        same.AddHold(TimeSpan.FromHours(100));

        own.Distances(same).ShouldBe([0, 0, 0, 0], 1e-9);
    }

    [Fact]
    public void Habits_OfAnother_AreFarAway()
    {
        var one = new Habits([One, Two]);
        one.AddEntry(One, isLong: true, 0.01);
        one.AddHold(TimeSpan.FromHours(1));
        var other = new Habits([One, Two]);
        other.AddEntry(Two, isLong: false, 2);
        other.AddHold(TimeSpan.FromDays(30));

        one.Distances(other).ShouldBe([1, 1, 1, 1], 1e-12);
        one.Distances(new Habits([One, Two])).ShouldAllBe(distance => double.IsNaN(distance));
    }

    [Fact]
    public void Worlds_OfOneSeed_HaveTheSameShocks()
    {
        var planted = GeneratedWorld.Of(Tiny.Config, MarketWorld.Planted, 1);
        var none = GeneratedWorld.Of(Tiny.Config, MarketWorld.Null, 1);

        none.Planted.ShouldBe(planted.Planted);
        planted.Planted.Count.ShouldBeGreaterThan(5);
        planted.Bars.Count.ShouldBe(200);
        planted.Bars.ShouldAllBe(bar => bar.OpenTime >= planted.Start && bar.CloseTime <= planted.End);
        planted.History.ShouldAllBe(bar => bar.CloseTime <= planted.Start);
        none.Bars.Select(bar => bar.Close).ShouldNotBe(planted.Bars.Select(bar => bar.Close));
    }

    [Fact]
    public void Seeds_OfOtherPurposes_Differ()
    {
        int[] seeds = [Seeds.Of(1, "a"), Seeds.Of(1, "b"), Seeds.Of(2, "a"), Seeds.Of(1, "a", 1), Seeds.Of(1, "a", 0, 1)];

        seeds.Distinct().Count().ShouldBe(seeds.Length);
        Seeds.Of(1, "a", 2, 3).ShouldBe(Seeds.Of(1, "a", 2, 3));
    }

    private static Bar Bar(int hour, decimal close) => new()
    {
        Symbol = One, OpenTime = Start.AddHours(hour), Interval = TimeSpan.FromHours(1), Open = close, High = close, Low = close, Close = close, Volume = 1,
    };

    private static Fill Fill(string id, Symbol symbol, OrderSide side, int hour) => new()
    {
        Id = id, ClientOrderId = id, Symbol = symbol, Side = side, Quantity = 10, Price = 100, Timestamp = Start.AddHours(hour),
    };
}
