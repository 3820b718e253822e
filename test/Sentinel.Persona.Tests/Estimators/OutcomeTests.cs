using CsCheck;
using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Estimators;

public sealed class OutcomeTests
{
    private static readonly PersonaOptions NoForgetting = new() { HalfLife = TimeSpan.FromDays(1e6) };

    [Fact]
    public void ProfitFactor_HandComputed_IsSumOfWinsOverSumOfLosses()
    {
        var estimate = OutcomeEstimators.ProfitFactor(Series(3, -1, 2, -2, 1))!.Value;

        estimate.Value.ShouldBe(2, 1e-12);
        estimate.Interval!.Value.Contains(2).ShouldBeTrue();
    }

    [Fact]
    public void ProfitFactor_NoLoss_IsNotDefined() => OutcomeEstimators.ProfitFactor(Series(1, 2, 3)).ShouldBeNull();

    [Fact]
    public void Sqn_HandComputed_IsRootOfNTimesMeanOverDeviation()
    {
        // Mean 0.5, deviation sqrt(5/3), n = 4.
        var estimate = OutcomeEstimators.Sqn(Series(2, -1, 1, 0))!.Value;

        estimate.Value.ShouldBe(2 * 0.5 / Math.Sqrt(5.0 / 3), 1e-12);
    }

    [Fact]
    public void Payoff_NineLosses_IsNotDefined()
    {
        var results = Enumerable.Range(0, 60).Select(i => i is > 10 and < 20 ? -1m : 1m);
        var attribute = Manager(DailyTrips(results), 61).Revealed(At(61)).Find(AttributeNames.Payoff)!;

        attribute.Status.ShouldBe(AttributeStatus.Insufficient);
        attribute.Note.ShouldBe("not defined for these samples");
    }

    [Fact]
    public void FeeShare_QuarterOfTheGross_IsAQuarter()
    {
        var fills = DailyTrips(Enumerable.Repeat(4m, 40)).Select(fill => fill with { Fee = 0.5m }).ToList();

        Manager(fills, 41).Revealed(At(41)).Find(AttributeNames.FeeShare)!.Value!.Value.ShouldBe(0.25, 1e-9);
    }

    [Fact]
    public void FeeShare_GrossResultMayBeNothing_IsNotSaid()
    {
        var fills = DailyTrips(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 4m : -4m)).Select(fill => fill with { Fee = 0.5m }).ToList();

        Manager(fills, 41).Revealed(At(41)).Find(AttributeNames.FeeShare)!.Value.ShouldBeNull();
    }

    [Fact]
    public void PnlDrawdown_LosingStreak_IsItsSumAndHasNoInterval()
    {
        var results = Enumerable.Range(0, 50).Select(i => i is >= 20 and < 27 ? -3m : 1m);
        var attribute = Manager(DailyTrips(results), 51).Revealed(At(51)).Find(AttributeNames.PnlDrawdown)!;

        attribute.Value!.Value.ShouldBe(21);
        attribute.Interval.ShouldBeNull();
    }

    [Fact]
    public void QuickReentry_SameAssetInsideTheCoolDown_IsCounted()
    {
        // Two trips a day an hour apart: the second is quick, the first of the next day is not.
        var fills = Enumerable.Range(0, 40).SelectMany(day => new[]
        {
            Buy($"{day:00}a", Btc, 1, 100, day + 0.1), Sell($"{day:00}b", Btc, 1, 101, day + 0.2), Buy($"{day:00}c", Btc, 1, 100, day + 0.25), Sell($"{day:00}d", Btc, 1, 101, day + 0.3),
        });

        var attribute = Manager(fills, 41, NoForgetting).Revealed(At(41)).Find(AttributeNames.QuickReentry)!;

        attribute.Value!.Value.ShouldBe(41.0 / 82, 1e-3);
    }

    [Fact]
    public void AveragingDown_HalfOfTheAdds_IsHalf()
    {
        List<Fill> fills = [];
        for (var day = 0; day < 60; day++)
        {
            fills.AddRange([Buy($"{day:00}a", Btc, 1, 100, day + 0.1), Buy($"{day:00}b", Btc, 2, day % 2 == 0 ? 95 : 105, day + 0.2), Sell($"{day:00}c", Btc, 3, 110, day + 0.3)]);
        }

        var profile = Manager(fills, 61, NoForgetting).Revealed(At(61));

        profile.Find(AttributeNames.AveragingDown)!.Value!.Value.ShouldBe(0.5, 1e-3);
        profile.Find(AttributeNames.Martingale)!.Value!.Value.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void TradingPace_LastWeekTwiceAsBusy_StandsOut()
    {
        List<Fill> fills = [];
        for (var day = 0; day < 67; day++)
        {
            var trips = day >= 60 ? 6 : 1 + (day % 3);
            for (var i = 0; i < trips; i++)
            {
                fills.AddRange([Buy($"{day:00}{i}a", Btc, 1, 100, day + (i * 0.1)), Sell($"{day:00}{i}b", Btc, 1, 101, day + (i * 0.1) + 0.05)]);
            }
        }

        Manager(fills, 67).Revealed(At(67)).Find(AttributeNames.TradingPace)!.Value!.Value.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Style_HeldOverMidnight_IsASwingAndNotADay()
    {
        var overnight = Enumerable.Range(0, 40).SelectMany(day => new[] { Buy($"{day:00}a", Btc, 1, 100, day + 0.9), Sell($"{day:00}b", Btc, 1, 101, day + 1.1) });

        Manager(overnight, 42).Revealed(At(42)).Find(AttributeNames.Style)!.Text.ShouldBe("swing");
    }

    [Theory]
    [InlineData(0.5, "scalper")]
    [InlineData(5, "day")]
    public void Style_ByHours_IsNamed(double hours, string expected) =>
        Manager(DailyTrips(Enumerable.Repeat(1m, 40), hours), 41).Revealed(At(41)).Find(AttributeNames.Style)!.Text.ShouldBe(expected);

    [Fact]
    public void StyleShares_Always_SumToOne()
    {
        var profile = Manager(DailyTrips(Enumerable.Repeat(1m, 40)), 41).Revealed(At(41));

        profile.Attributes.Where(attribute => attribute.Name == AttributeNames.StyleShare).Sum(attribute => attribute.Value!.Value).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void ProfitFactor_AnyResults_LiesInItsInterval() => Gen.Double[-10, 10].Array[5, 60].Sample(values =>
        OutcomeEstimators.ProfitFactor(Series(values)) is not { } estimate || estimate.Interval!.Value.Contains(estimate.Value));

    private static WeightedSeries Series(params double[] values) => new(values, [.. values.Select(_ => 1.0)]);
}
