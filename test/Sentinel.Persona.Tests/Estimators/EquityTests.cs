using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Estimators;

public sealed class EquityTests
{
    [Fact]
    public void Volatility_AlternatingReturns_IsTheDeviationOfTheDaysTimesRootOfTheYear()
    {
        // Each day's trip brings 1 or loses 1 of about 1000.
        var options = new PersonaOptions { StartingEquity = 1000, HalfLife = TimeSpan.FromDays(1e6) };
        var profile = Manager(DailyTrips(Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 1m : -1m)), 100, options).Revealed(At(100));

        profile.Find(AttributeNames.Volatility)!.Value!.Value.ShouldBe(0.001 * Math.Sqrt(365), 0.0005);
        profile.Find(AttributeNames.Volatility)!.Note.ShouldBe("marked at the trader's own prices");
        profile.Find(AttributeNames.RiskClass)!.Value!.Value.ShouldBe(2);
        profile.Find(AttributeNames.MaxDrawdown)!.Value!.Value.ShouldBe(1.0 / 1001, 1e-6);
    }

    [Fact]
    public void Turnover_OneUnitADay_IsItsValueAMonthOverEquity()
    {
        var options = new PersonaOptions { StartingEquity = 1000, HalfLife = TimeSpan.FromDays(1e6) };
        var attribute = Manager(DailyTrips(Enumerable.Repeat(0m, 180)), 180, options).Revealed(At(180)).Find(AttributeNames.Turnover)!;

        // 100 a day of 1000, 365 / 12 days a month; a week is a sample, 25 of them whole.
        attribute.Value!.Value.ShouldBe(0.1 * 365 / 12, 1e-6);
        attribute.N.ShouldBe(25);
    }

    [Fact]
    public void Sharpe_AllReturnsEqual_IsNotDefined()
    {
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = 1000 });
        manager.Observe([Buy("1", Btc, 0.0001m, 100, 0.1)]);
        manager.Advance(At(60));

        manager.Revealed(At(60)).Find(AttributeNames.Sharpe)!.Status.ShouldBe(AttributeStatus.Insufficient);
    }

    [Fact]
    public void PositionSize_HalfOfEquity_IsAHalf()
    {
        var options = new PersonaOptions { StartingEquity = 200, HalfLife = TimeSpan.FromDays(1e6) };
        var attribute = Manager(DailyTrips(Enumerable.Repeat(0m, 40)), 41, options).Revealed(At(41)).Find(AttributeNames.PositionSize)!;

        attribute.Value!.Value.ShouldBe(0.5, 1e-12);
        attribute.Interval.ShouldBe(new ValueInterval(0.5, 0.5));
    }

    [Fact]
    public void Exposure_MarkMissing_IsUnknownEquityOnly()
    {
        var manager = new PersonaManager();
        manager.Observe([Buy("1", Btc, 1, 100, 0.1)]);
        manager.Advance(At(2));

        manager.State.Days.ShouldAllBe(day => day.Equity == null && day.Gross == null);
    }

    [Fact]
    public void Adjustment_HoldingFromBefore_IsNoGain()
    {
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = 1000 });
        manager.ObserveBars([DayBar(Btc, 0, 100, 100), DayBar(Btc, 1, 100, 100)]);
        manager.Observe([Buy("1", Eth, 1, 10, 1.5)], [new PositionAdjustment(Btc, At(1.2), 5, "held before")]);
        manager.Advance(At(2));

        manager.State.Days[^1].Equity.ShouldBe(1000);
    }
}
