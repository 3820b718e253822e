using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Congestion;

public sealed class CongestionTests
{
    private static readonly RiskSettings On = Exact with { Congestion = new CongestionSettings() };

    [Theory]
    [InlineData(50, 100, 1.0)]
    [InlineData(70, 110, 1.0)]
    [InlineData(85, 100, 0.8)]
    [InlineData(100, 100, 0.6)]
    [InlineData(70, 115, 0.7)]
    [InlineData(85, 115, 0.5)]
    [InlineData(100, 130, 0.0)]
    public void Score_OfALong_IsOneLessTheWeightedExcess(double rsi, double close, double expected) =>
        CongestionScore.Of(rsi, close, upper: 110, lower: 90, isLong: true).ShouldBe(expected, 1e-12);

    [Fact]
    public void Score_OfAShort_MirrorsTheLong() =>
        CongestionScore.Of(15, 85, upper: 110, lower: 90, isLong: false).ShouldBe(CongestionScore.Of(85, 115, upper: 110, lower: 90, isLong: true), 1e-12);

    [Fact]
    public void Score_OfABandWithoutWidth_IsABreachOutsideAndNoneInside()
    {
        CongestionScore.Of(50, 101, 100, 100, isLong: true).ShouldBe(0.4, 1e-12);
        CongestionScore.Of(50, 100, 100, 100, isLong: true).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Check_BelowTheVeto_Denies() => Check(Buy(1m), Hot(100, 85)).Order.ShouldNotBeNull();

    [Fact]
    public void Check_WithTheRuleOn_DeniesBelowTheVeto() => Check(Buy(1m), Hot(100, 85), On).ShouldDeny(GateCodes.Congestion);

    [Fact]
    public void Check_BetweenVetoAndFull_ScalesTheLimitAndIsIdempotent()
    {
        // RSI 85 and half a band beyond: 0.5, so a quarter of equity instead of half.
        var context = Hot(85, 95);

        var first = Check(Buy(45m, stop: 99m), context, On);

        first.ShouldClamp(25m, GateCodes.Congestion);
        Check(first.Order!, context, On).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void Check_IndicatorsMissing_DeniesRatherThanGuesses() => Check(Buy(1m), Context(), On).ShouldDeny(GateCodes.Congestion);

    [Fact]
    public void Check_OfAnExit_DoesNotAsk() => Check(Sell(1m), Hot(100, 85) with { Portfolio = Holding(1m) }, On).Verdict.ShouldBe(GateVerdict.Accepted);

    [Fact]
    public void Size_BetweenVetoAndFull_IsScaledByTheScore()
    {
        var calm = new PositionSizer(On).Size(Long(), Hot(50, 101)).Quantity;
        var warm = new PositionSizer(On).Size(Long(), Hot(85, 95)).Quantity;

        warm.ShouldBe(calm / 2);
    }

    /// <summary>A close of 100 with a band of 20 around its middle, so that the upper end says how far beyond it lies.</summary>
    private static RiskContext Hot(double rsi, double upper) =>
        Context() with { Market = Market(100m, indicators: [("rsi14", rsi), ("bb_upper", upper), ("bb_lower", upper - 20)]) };
}
