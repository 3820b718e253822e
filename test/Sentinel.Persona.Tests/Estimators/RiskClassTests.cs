using CsCheck;

namespace Sentinel.Persona.Tests.Estimators;

public sealed class RiskClassTests
{
    [Fact]
    public void Vev_HandComputedQuantile_IsTheRegulationsFormula()
    {
        // A 2.5 % quantile of 0.7 after a year: (sqrt(3.842 + 0.71335) - 1.96) / 1.
        RiskClasses.Vev(Math.Log(0.7), 1).ShouldBe(0.17433, 0.00001);
        RiskClasses.Vev(Math.Log(0.7), 4).ShouldBe(0.17433 / 2, 0.00001);
    }

    [Fact]
    public void Vev_NormalReturns_IsTheirVolatility() =>
        Gen.Double[0.001, 0.08].Sample(daily =>
            Math.Abs(RiskClasses.Vev(RiskClasses.LogVar(daily, 0, 0, 365), 1) - (daily * Math.Sqrt(365))) < 0.001);

    [Theory]
    [InlineData(0.004, 1)]
    [InlineData(0.005, 2)]
    [InlineData(0.0499, 2)]
    [InlineData(0.05, 3)]
    [InlineData(0.12, 4)]
    [InlineData(0.2, 5)]
    [InlineData(0.3, 6)]
    [InlineData(0.8, 7)]
    [InlineData(3, 7)]
    public void Class_Bounds_AreThoseOfTheRegulation(double vev, int expected) => RiskClasses.Class(vev).ShouldBe(expected);

    [Fact]
    public void LogVar_LossesInTheTail_LowerTheQuantile() =>
        RiskClasses.LogVar(0.02, -1, 5, 365).ShouldBeLessThan(RiskClasses.LogVar(0.02, 0, 0, 365));

    [Fact]
    public void DeviationFactors_FewReturns_AreWiderThanMany()
    {
        var (fewLow, fewHigh) = RiskClasses.DeviationFactors(Alternating(20));
        var (manyLow, manyHigh) = RiskClasses.DeviationFactors(Alternating(200));

        fewLow.ShouldBeLessThan(manyLow);
        fewHigh.ShouldBeGreaterThan(manyHigh);
        manyLow.ShouldBeLessThan(1);
        manyHigh.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void MaxDrawdown_HandMadePath_IsTheDeepestFall()
    {
        TradingDay Day(int i, decimal equity) => new() { Start = Trades.At(i), Entries = 0, Bought = 0, Sold = 0, Equity = equity };

        EquityEstimators.MaxDrawdown([Day(0, 100), Day(1, 120), Day(2, 90), Day(3, 130), Day(4, 104)]).ShouldBe(0.25, 1e-12);
    }

    [Fact]
    public void Shortfall_TwentyReturns_IsTheWorstOne()
    {
        var returns = new WeightedSeries([.. Enumerable.Range(0, 20).Select(i => (i - 5) / 100.0)], [.. Enumerable.Range(0, 20).Select(_ => 1.0)]);

        EquityEstimators.Shortfall(returns).ShouldBe(0.05, 1e-12);
    }

    [Fact]
    public void Drawdown_OfResults_StartsAtZero() => OutcomeEstimators.Drawdown([-5, 3, 4, -10, 2]).ShouldBe(10);

    private static WeightedSeries Alternating(int n) =>
        new([.. Enumerable.Range(0, n).Select(i => Math.Sin(i * 1.7) / 50)], [.. Enumerable.Range(0, n).Select(_ => 1.0)]);
}
