using CsCheck;

namespace Sentinel.Persona.Tests.Statistics;

public sealed class IntervalsTests
{
    [Theory]
    [InlineData(10, 0.26)]
    [InlineData(20, 0.20)]
    [InlineData(50, 0.13)]
    [InlineData(100, 0.10)]
    public void Wilson_HalfRate_HasThePublishedHalfWidth(double n, double half)
    {
        var interval = Intervals.Wilson(0.5, n);

        ((interval.High - interval.Low) / 2).ShouldBe(half, 0.005);
    }

    [Fact]
    public void Wilson_OneOfTen_IsTheKnownInterval()
    {
        var interval = Intervals.Wilson(0.1, 10);

        interval.Low.ShouldBe(0.0179, 0.0001);
        interval.High.ShouldBe(0.4042, 0.0001);
    }

    [Fact]
    public void Difference_NewcombesExample_IsHisInterval()
    {
        // Newcombe 1998, method 10: 56 of 70 against 48 of 80.
        var interval = Intervals.Difference(56.0 / 70, 70, 48.0 / 80, 80);

        interval.Low.ShouldBe(0.0524, 0.0001);
        interval.High.ShouldBe(0.3339, 0.0001);
    }

    [Fact]
    public void Beta_NoEvidence_IsTheUniformInterval()
    {
        var interval = Intervals.Beta(1, 1);

        interval.Low.ShouldBe(0.025, 1e-9);
        interval.High.ShouldBe(0.975, 1e-9);
    }

    [Fact]
    public void Beta_NoSuccessInNine_HasTheClosedForm()
    {
        var interval = Intervals.Beta(1, 10);

        interval.High.ShouldBe(1 - Math.Pow(0.025, 0.1), 1e-9);
    }

    [Fact]
    public void SharesOf_TwelveOfTwentyUnderBetaOneOne_IsThirteenOfTwentyTwo()
    {
        var estimate = Shares.Of(0.6, 20, 1, 2);

        estimate.Value.ShouldBe(13.0 / 22, 1e-12);
        estimate.Interval!.Value.Low.ShouldBe(0.384, 0.001);
        estimate.Interval!.Value.High.ShouldBe(0.782, 0.001);
    }

    [Fact]
    public void SharesOf_NeverSeen_ReachesZero() => Shares.Of(0, 30, 1, 2).Interval!.Value.Low.ShouldBe(0);

    [Theory]
    [InlineData(0.975, 10, 2.2281)]
    [InlineData(0.975, 1, 12.7062)]
    [InlineData(0.95, 30, 1.6973)]
    public void StudentQuantile_KnownPlaces_AreThoseOfTheTables(double p, double degrees, double expected) =>
        SpecialFunctions.StudentQuantile(p, degrees).ShouldBe(expected, 0.0001);

    [Theory]
    [InlineData(0.975, 10, 20.4832)]
    [InlineData(0.025, 10, 3.2470)]
    [InlineData(0.95, 1, 3.8415)]
    public void ChiSquareQuantile_KnownPlaces_AreThoseOfTheTables(double p, double degrees, double expected) =>
        SpecialFunctions.ChiSquareQuantile(p, degrees).ShouldBe(expected, 0.0001);

    [Fact]
    public void NormalQuantile_Common_IsZ() => SpecialFunctions.NormalQuantile(0.975).ShouldBe(Intervals.Z, 1e-9);

    [Fact]
    public void Wilson_AnyRate_HoldsItAndStaysInRange() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[1, 1000]).Sample((rate, n) =>
        {
            var interval = Intervals.Wilson(rate, n);
            return interval.Contains(rate) && interval.Low >= 0 && interval.High <= 1;
        });

    [Fact]
    public void Beta_AnyCounts_HasTheMassItSays() =>
        Gen.Select(Gen.Double[0.5, 200], Gen.Double[0.5, 200]).Sample((a, b) =>
        {
            var interval = Intervals.Beta(a, b);
            SpecialFunctions.Beta(interval.Low, a, b).ShouldBe(0.025, 1e-6);
            SpecialFunctions.Beta(interval.High, a, b).ShouldBe(0.975, 1e-6);
        }, iter: 200);

    [Fact]
    public void Correlation_AnyValue_IsInsideItsInterval() =>
        Gen.Select(Gen.Double[-0.99, 0.99], Gen.Double[5, 500]).Sample((r, n) =>
        {
            var interval = Intervals.Correlation(r, n);
            return interval.Contains(r) && interval.Low >= -1 && interval.High <= 1;
        });
}
