using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Gate;

public sealed class ExposureRuleTests
{
    [Fact]
    public void RiskPerTrade_TwoPercentAtTheStop_IsWhatPasses()
    {
        // 5 a unit at the stop, 2 % of 10,000 is 200: 40 units.
        var result = Check(Buy(45m), Context());

        result.ShouldClamp(40m, GateCodes.RiskPerTrade);
        result.Findings[0].Severity.ShouldBe(0.125, 1e-9);
        result.Findings[0].Before.ShouldBe(45m);
    }

    [Fact]
    public void RiskPerTrade_WithoutAStop_CountsTheWholeValue() =>
        Check(Buy(3m, stop: null), Context() with { Mandate = Mandate() with { StopRequired = false } }).ShouldClamp(2m, GateCodes.RiskPerTrade);

    [Fact]
    public void RiskPerTrade_APositionBuiltInPieces_IsOneTrade()
    {
        // 30 held risk 150 of the 200 at the stop.
        Check(Buy(20m), Context() with { Portfolio = Holding(30m, stop: 95m) }).ShouldClamp(10m, GateCodes.RiskPerTrade);
    }

    [Fact]
    public void RiskPerTrade_AStopBeyondTheEntryPrice_RisksNothingMore()
    {
        var context = Context() with { Portfolio = Holding(30m, stop: 101m), Market = Market(110m), Mandate = Mandate() with { MaxPosition = 1m } };

        // The held 30 are safe above their cost; 10 a unit from 110 to 100 gives 20.
        Check(Buy(30m, stop: 101m), context with { Market = Market(111m) }).ShouldClamp(20m, GateCodes.RiskPerTrade);
    }

    [Fact]
    public void RiskPerTrade_FeesComeOffTheEquity()
    {
        var context = Context() with { Instrument = Context().Instrument! with { TakerFee = 0.01m } };

        // 5 q <= 0.02 (10,000 - q): q <= 200 / 5.02.
        Check(Buy(45m), context).ShouldClamp(39.84m, GateCodes.Lot, GateCodes.RiskPerTrade);
    }

    [Fact]
    public void MaxPosition_HalfOfEquity_IsWhatPasses() => Check(Buy(60m, stop: 99m), Context()).ShouldClamp(50m, GateCodes.MaxPosition);

    [Fact]
    public void MaxPosition_WhatIsHeldCounts() =>
        Check(Buy(30m, stop: 99m), Context() with { Portfolio = Holding(30m, stop: 99m) }).ShouldClamp(20m, GateCodes.MaxPosition);

    [Fact]
    public void MaxPosition_WhatIsOpenAtTheVenueCounts()
    {
        var pending = new RestingOrder(Buy(30m, stop: 99m), 30m, 100m);

        Check(Buy(30m, stop: 99m), Context() with { Pending = [pending] }).ShouldClamp(20m, GateCodes.MaxPosition);
    }

    [Fact]
    public void MaxPosition_AlreadyBeyond_DeniesAnAddAndLetsTheExitPass()
    {
        var context = Context() with { Portfolio = Holding(70m, stop: 99m) };

        Check(Buy(1m, stop: 99m), context).ShouldDeny(GateCodes.MaxPosition);
        Check(Sell(70m), context).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void MaxGross_OtherPositionsCount()
    {
        var context = Context() with { Portfolio = Holding(80m, symbol: Eth), Correlations = [new AssetCorrelation(Eth, 0)] };

        Check(Buy(30m, stop: 99m), context).ShouldClamp(20m, GateCodes.MaxGross, GateCodes.MaxLeverage, GateCodes.CashFloor);
    }

    [Fact]
    public void MaxGross_OfAShort_CountsAbsolutely()
    {
        var context = Context() with { Portfolio = Holding(-80m, symbol: Eth), Mandate = Mandate() with { ShortAllowed = true }, Correlations = [new AssetCorrelation(Eth, 0)] };

        Check(Sell(30m, stop: 101m), context).ShouldClamp(20m, GateCodes.MaxGross, GateCodes.MaxLeverage);
    }

    [Fact]
    public void MaxLeverage_TheHousesCeiling_HoldsWhateverTheMandateSays()
    {
        var context = Context() with { Mandate = Free() with { MaxLeverage = 5m } };

        Check(Buy(1_000m, stop: null), context).Order!.Quantity.ShouldBe(100m);
        Check(Buy(1_000m, stop: null), context, Exact with { LeverageCeiling = 3m, MaxCorrelated = null }).ShouldClamp(300m, GateCodes.MaxLeverage);
    }

    [Fact]
    public void MaxLeverage_NoLimitAnywhere_NeverBuysMoreThanTheAccount() =>
        Check(Buy(1_000_000m, stop: null), Context() with { Mandate = Free() }).Order!.Quantity.ShouldBe(100m);

    [Theory]
    [InlineData(0.9, 20)]
    [InlineData(0.5, 50)]
    [InlineData(double.NaN, 20)]
    public void CorrelatedExposure_AssetsThatMoveTogether_ShareALimit(double rho, int expected)
    {
        var context = Context() with { Portfolio = Holding(30m, symbol: Eth), Correlations = [new AssetCorrelation(Eth, rho)] };

        Check(Buy(50m, stop: 99m), context, Exact with { MaxCorrelated = 0.5m }).Order!.Quantity.ShouldBe(expected);
    }

    [Fact]
    public void CorrelatedExposure_AnAssetNothingIsKnownOf_CountsAsMovingTogether() =>
        Check(Buy(50m, stop: 99m), Context() with { Portfolio = Holding(30m, symbol: Eth) }, Exact with { MaxCorrelated = 0.5m }).ShouldClamp(20m, GateCodes.CorrelatedExposure);

    [Fact]
    public void CorrelatedExposure_TheOtherSide_IsNoMoreOfTheSame() =>
        Check(Buy(50m, stop: 99m), Context() with { Portfolio = Holding(-30m, symbol: Eth) }, Exact with { MaxCorrelated = 0.5m }).Verdict.ShouldBe(GateVerdict.Accepted);

    [Fact]
    public void CashFloor_WhatHasToStay_Stays()
    {
        var context = Context() with { Mandate = Mandate() with { CashFloor = 0.7m } };

        Check(Buy(40m, stop: 99m), context).ShouldClamp(30m, GateCodes.CashFloor);
    }

    [Fact]
    public void CashFloor_FeesAndOpenBuysCount()
    {
        var context = Context() with
        {
            Mandate = Free() with { CashFloor = 0m },
            Instrument = Context().Instrument! with { TakerFee = 0.25m },
            Pending = [new RestingOrder(Buy(20m, stop: null) with { Symbol = Eth }, 20m, 100m)],
        };

        // 10,000 - 2,500 of the open buy leave 7,500: 60 at 125.
        Check(Buy(90m, stop: null), context).Findings.Single(finding => finding.Code == GateCodes.CashFloor).After.ShouldBe(60m);
    }

    [Fact]
    public void PriceMoveAllowance_Default_KeepsBelowTheLimit()
    {
        var quantity = Check(Buy(60m, stop: 99m), Context(), new RiskSettings()).Order!.Quantity;

        quantity.ShouldBeInRange(45m, 49.8m);
    }

    [Fact]
    public void Cap_ToNothing_IsADenial() => Check(Buy(1m), Context() with { Mandate = Mandate() with { MaxPosition = 0m } }).ShouldDeny(GateCodes.MaxPosition);
}
