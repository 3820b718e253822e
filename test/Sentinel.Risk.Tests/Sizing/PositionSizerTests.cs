using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Sizing;

public sealed class PositionSizerTests
{
    private static readonly PositionSizer Sizer = new();

    [Fact]
    public void Size_OfAWishedRisk_IsTheSmallestOfTheSteps()
    {
        var size = Sizer.Size(Long(risk: 0.01m), Context());

        // 1 % of 10,000 is 100, 5 a unit.
        size.Quantity.ShouldBe(20m);
        size.Steps.Single(step => step.Rule == "fixed_risk").Quantity.ShouldBe(20m);
        size.Steps.Select(step => step.Rule).ShouldBe(["vol_target", "fixed_risk", "max_risk", "max_position", "participation", "lot"]);
        size.Quantity.ShouldBe(size.Steps.Min(step => step.Quantity));
    }

    [Fact]
    public void Size_VolatilityTarget_IsReckonedAYear()
    {
        // 4 % an hour is 374 % a year; 40 % of that is 10.7 % of equity.
        var size = Sizer.Size(Long(risk: 1m), Context() with { Market = Market(100m, sigma: 0.04) });

        size.Steps.Single(step => step.Rule == "vol_target").Quantity.ShouldBe(10.684m, 0.001m);
        size.Quantity.ShouldBe(10.684m);
    }

    [Fact]
    public void Size_AWishBeyondTheMandate_StopsAtTheMandate() =>
        new PositionSizer(Exact).Size(Long(stop: 80m, risk: 0.5m), Context()).Steps.Single(step => step.Rule == "max_risk").Quantity.ShouldBe(10m);

    [Fact]
    public void Size_WhatTheMandateAllows_PassesTheGateAsItIs()
    {
        var fees = Context() with { Instrument = Context().Instrument! with { TakerFee = 0.001m }, Market = Market(100m, sigma: 0.0001) };
        foreach (var stop in new[] { 80m, 95m, 99m })
        {
            var quantity = Sizer.Size(Long(stop, risk: 1m), fees).Quantity;

            quantity.ShouldBeGreaterThan(0m);
            Check(Buy(quantity, stop), fees, new RiskSettings()).Verdict.ShouldBe(GateVerdict.Accepted);
        }
    }

    [Fact]
    public void Size_NoWish_TakesTheDefaultRisk() => Sizer.Size(Long(), Context()).Quantity.ShouldBe(20m);

    [Fact]
    public void Size_AThinBar_TakesASmallPartOfItsVolume()
    {
        var thin = Market(100m);

        Sizer.Size(Long(), Context() with { Market = thin with { LastBar = thin.LastBar! with { Volume = 100m } } }).Quantity.ShouldBe(2.5m);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Size_Kelly_SpeaksFromThirtyEpisodesOn(double n, bool speaks) =>
        Sizer.Size(Long(), Context(), new SizingEvidence(0.6, 1.5, n)).Steps.Any(step => step.Rule == "kelly").ShouldBe(speaks);

    [Fact]
    public void Size_NoEdge_IsNothing() => Sizer.Size(Long(), Context(), new SizingEvidence(0.3, 1, 100)).Quantity.ShouldBe(0m);

    [Theory]
    [InlineData(0.6, 1.0, 0.05)]
    [InlineData(0.5, 1.25, 0.025)]
    [InlineData(0.5, 1.0, 0.0)]
    [InlineData(0.9, 9.0, 0.05)]
    public void Kelly_AQuarterOfTheFraction_IsCapped(double p, double b, double expected) =>
        KellyFraction.Of(new SizingEvidence(p, b, 50), new SizingSettings())!.Value.ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData(double.NaN, 1, 50)]
    [InlineData(0.5, double.NaN, 50)]
    [InlineData(0.5, 0, 50)]
    [InlineData(1.5, 1, 50)]
    [InlineData(0.5, 1, double.NaN)]
    [InlineData(0.5, double.PositiveInfinity, 50)]
    public void Kelly_OfNumbersThatAreNone_IsSilent(double p, double b, double n) =>
        KellyFraction.Of(new SizingEvidence(p, b, n), new SizingSettings()).ShouldBeNull();

    [Theory]
    [InlineData(null, 0.01)]
    [InlineData(2.0, null)]
    [InlineData(double.NaN, 0.01)]
    [InlineData(2.0, double.NaN)]
    [InlineData(0.0, 0.01)]
    [InlineData(2.0, double.PositiveInfinity)]
    public void Size_RangeOrVolatilityMissing_IsRefused(double? atr, double? sigma)
    {
        var size = Sizer.Size(Long(), Context() with { Market = Market(100m, atr, sigma) });

        size.Quantity.ShouldBe(0m);
        size.Refusal.ShouldNotBeNull().Code.ShouldBe(GateCodes.StateUnknown);
    }

    [Fact]
    public void Size_NoEquityMandateVenueOrBar_IsRefused()
    {
        foreach (var context in new[] { Context() with { Portfolio = null }, Context() with { Portfolio = Cash(0m) }, Context() with { Mandate = null }, Context() with { Instrument = null }, Context() with { Market = null } })
        {
            Sizer.Size(Long(), context).Refusal.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Size_AStopNextToThePrice_DoesNotOverflow() =>
        new PositionSizer(Exact).Size(Long(stop: 99.9999999999999999999m), Context() with { Market = Market(100m, sigma: 0.0005) }).Quantity.ShouldBe(50m);

    [Fact]
    public void Wish_IsTheRiskAtTheStopBeforeAnyLimit() => Sizer.Wish(Long(risk: 0.1m), Context()).ShouldBe(200m);

    [Fact]
    public void Settings_ThatWeakenARule_AreRefusedAllAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(() => new RiskGate(new RiskSettings { StaleAfterBars = 0, LeverageCeiling = 0m, Sizing = new SizingSettings { KellyLambda = 1 } }));

        fault.Message.ShouldContain("StaleAfterBars");
        fault.Message.ShouldContain("LeverageCeiling");
        fault.Message.ShouldContain("KellyLambda");
    }
}
