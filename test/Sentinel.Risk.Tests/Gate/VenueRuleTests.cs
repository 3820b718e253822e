using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Gate;

public sealed class VenueRuleTests
{
    [Theory]
    [InlineData(79, true)]
    [InlineData(81, false)]
    public void PriceInsane_ALimitFarFromTheLastPrice_IsDenied(int limit, bool isDenied)
    {
        var order = Buy(1m, stop: 70m) with { Type = OrderType.Limit, LimitPrice = limit };

        Check(order, Context()).Findings.Any(finding => finding.Code == GateCodes.PriceInsane).ShouldBe(isDenied);
    }

    [Fact]
    public void PriceInsane_BeyondTenTrueRanges_IsDenied()
    {
        var order = Buy(1m, stop: 80m) with { Type = OrderType.Limit, LimitPrice = 94m };

        Check(order, Context() with { Market = Market(100m, atr: 0.5) }).ShouldDeny(GateCodes.PriceInsane);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-3)]
    public void Tick_ALimitOrderWithoutAPrice_IsDenied(int? limit) =>
        Check(Buy(1m, stop: null) with { Type = OrderType.Limit, LimitPrice = limit }, Context() with { Mandate = Free() }).ShouldDeny(GateCodes.Tick);

    [Fact]
    public void Tick_PricesOffTheGrid_MoveTowardLessRisk()
    {
        var order = Buy(1m, stop: 95.001m) with { Type = OrderType.Limit, LimitPrice = 99.999m, TakeProfit = 110.009m };

        var result = Check(order, Context());

        result.ShouldClamp(1m, GateCodes.Tick);
        result.Order!.LimitPrice.ShouldBe(99.99m);
        result.Order.ProtectiveStop.ShouldBe(95.01m);
        result.Order.TakeProfit.ShouldBe(110m);
    }

    [Fact]
    public void Tick_OfAShort_MovesTheOtherWay()
    {
        var order = Sell(1m, stop: 105.009m) with { Type = OrderType.Limit, LimitPrice = 100.001m };

        var result = Check(order, Context() with { Mandate = Mandate() with { ShortAllowed = true } });

        result.Order!.LimitPrice.ShouldBe(100.01m);
        result.Order.ProtectiveStop.ShouldBe(105m);
    }

    [Fact]
    public void Tick_AStopThatMeetsTheEntryOnTheGrid_IsDenied() =>
        Check(Buy(1m, stop: 99.999m), Context()).ShouldDeny(GateCodes.Tick);

    [Fact]
    public void Lot_OffTheGrid_RoundsDown() => Check(Buy(1.0009m), Context()).ShouldClamp(1m, GateCodes.Lot);

    [Fact]
    public void Lot_LessThanOne_IsDenied() => Check(Buy(0.0009m), Context()).ShouldDeny(GateCodes.Lot);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("79228162514264337593543950335")]
    public void Lot_AQuantityBeyondReason_IsDeniedAndNothingOverflows(string quantity)
    {
        var result = Check(Buy(decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture)), Context());

        result.Verdict.ShouldBe(GateVerdict.Denied);
        result.Findings.ShouldContain(finding => finding.Code == GateCodes.Lot);
    }

    [Fact]
    public void Lot_ReduceOnlyWithNothingHeld_IsDenied() => Check(Sell(1m) with { ReduceOnly = true }, Context()).ShouldDeny(GateCodes.Lot);

    [Fact]
    public void Lot_ReduceOnlyOnTheSameSide_IsDenied() =>
        Check(Buy(1m) with { ReduceOnly = true }, Context() with { Portfolio = Holding(1m) }).ShouldDeny(GateCodes.Lot);

    [Fact]
    public void Lot_ReduceOnlyBeyondWhatIsHeld_IsCut() =>
        Check(Sell(5m) with { ReduceOnly = true }, Context() with { Portfolio = Holding(1m) }).ShouldClamp(1m, GateCodes.Lot);

    [Fact]
    public void MinNotional_BelowTheVenuesSmallest_IsDenied() => Check(Buy(0.099m), Context()).ShouldDeny(GateCodes.MinNotional);

    [Fact]
    public void MinNotional_ExactlyTheVenuesSmallest_Passes() => Check(Buy(0.1m), Context()).Verdict.ShouldBe(GateVerdict.Accepted);

    [Fact]
    public void MinNotional_OfASmallRest_LetsItBeClosed() => Check(Sell(0.05m), Context() with { Portfolio = Holding(0.05m) }).Verdict.ShouldBe(GateVerdict.Accepted);

    [Fact]
    public void MinNotional_WhatAClampLeaves_IsCheckedToo()
    {
        var result = Check(Buy(10m), Context() with { Portfolio = Cash(20m) });

        result.Findings.Select(finding => finding.Code).ShouldContain(GateCodes.MinNotional);
        result.Verdict.ShouldBe(GateVerdict.Denied);
    }

    [Fact]
    public void Findings_OfRulesThatLookLast_StandAtTheirPlaceInTheList()
    {
        var result = Check(Buy(49.9995m, stop: 94.99m), Context());

        result.Findings.Select(finding => finding.Code).ShouldBe([GateCodes.Lot, GateCodes.RiskPerTrade]);
    }

    [Fact]
    public void Check_InAnotherCulture_SaysTheSame()
    {
        var expected = Check(Buy(70m), Context()).Findings;
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            Check(Buy(70m), Context()).Findings.ShouldBe(expected);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
