using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Gate;

public sealed class MandateRuleTests
{
    [Fact]
    public void SymbolForbidden_OnTheDenyList_Denies() =>
        Check(Buy(1m), Context() with { Mandate = Mandate() with { ForbiddenSymbols = [Btc] } }).ShouldDeny(GateCodes.SymbolForbidden);

    [Fact]
    public void SymbolForbidden_NotOnTheAllowList_Denies() =>
        Check(Buy(1m), Context() with { Mandate = Mandate() with { AllowedSymbols = [Eth] } }).ShouldDeny(GateCodes.SymbolForbidden);

    [Fact]
    public void SymbolForbidden_AHeldPosition_MayStillBeClosed() =>
        Check(Sell(1m), Context() with { Mandate = Mandate() with { ForbiddenSymbols = [Btc] }, Portfolio = Holding(1m) }).Verdict.ShouldBe(GateVerdict.Accepted);

    [Fact]
    public void SymbolForbidden_ASymbolTheVenueDoesNotKnow_Denies() =>
        Check(Buy(1m) with { Symbol = Eth }, Context()).ShouldDeny(GateCodes.DataStale, GateCodes.SymbolForbidden);

    [Fact]
    public void SideForbidden_AShortEntry_IsDenied() => Check(Sell(1m, stop: 105m), Context()).ShouldDeny(GateCodes.SideForbidden);

    [Fact]
    public void SideForbidden_ShortAllowed_Passes() =>
        Check(Sell(1m, stop: 105m), Context() with { Mandate = Mandate() with { ShortAllowed = true } }).Verdict.ShouldBe(GateVerdict.Accepted);

    [Fact]
    public void SideForbidden_ASaleThroughZero_IsCutToWhatIsHeld()
    {
        var result = Check(Sell(3m, stop: 105m), Context() with { Portfolio = Holding(1m) });

        result.ShouldClamp(1m, GateCodes.SideForbidden);
        result.Order!.ReduceOnly.ShouldBeTrue();
        result.Order.ProtectiveStop.ShouldBeNull();
        result.Findings[0].ShouldSatisfyAllConditions(finding => finding.Before.ShouldBe(3m), finding => finding.After.ShouldBe(1m));
    }

    [Theory]
    [InlineData(9, 12, false)]
    [InlineData(13, 17, true)]
    [InlineData(22, 12, false)]
    [InlineData(22, 11, true)]
    [InlineData(12, 12, false)]
    public void HoursForbidden_AtTwelveUtc_FollowsTheAllowedHours(int first, int last, bool isDenied)
    {
        var result = Check(Buy(1m), Context() with { Mandate = Mandate() with { FirstHour = first, LastHour = last } });

        (result.Verdict is GateVerdict.Denied).ShouldBe(isDenied);
    }

    [Fact]
    public void HoursForbidden_ATimeOfAnotherZone_CountsInUtc()
    {
        var context = Context() with { Now = Now.ToOffset(TimeSpan.FromHours(9)), Mandate = Mandate() with { FirstHour = 12, LastHour = 12 } };

        Check(Buy(1m), context).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void StopRequired_NoStop_Denies() => Check(Buy(1m, stop: null), Context()).ShouldDeny(GateCodes.StopRequired);

    [Theory]
    [InlineData(100)]
    [InlineData(120)]
    [InlineData(-1)]
    public void StopRequired_AStopThatProtectsNothing_Denies(int stop) =>
        Check(Buy(1m, stop), Context()).Findings.ShouldContain(finding => finding.Code == GateCodes.StopRequired && finding.IsDenial);

    [Fact]
    public void StopRequired_NotAskedFor_Passes() =>
        Check(Buy(1m, stop: null), Context() with { Mandate = Mandate() with { StopRequired = false } }).Verdict.ShouldBe(GateVerdict.Accepted);

    [Theory]
    [InlineData(94, true)]
    [InlineData(96, false)]
    public void StopWidened_AStopOrderMovedFromNinetyFive_MayOnlyComeNearer(int trigger, bool isDenied)
    {
        var moved = Sell(1m) with { Type = OrderType.Stop, StopPrice = trigger, ReduceOnly = true };

        var result = Check(moved, Context() with { Portfolio = Holding(1m, stop: 95m) });

        result.Findings.Any(finding => finding.Code == GateCodes.StopWidened).ShouldBe(isDenied);
    }

    [Fact]
    public void StopWidened_AShortsStopMovedUp_IsDenied()
    {
        var moved = Buy(1m, stop: null) with { Type = OrderType.Stop, StopPrice = 106m, ReduceOnly = true };

        Check(moved, Context() with { Portfolio = Holding(-1m, stop: 105m) }).ShouldDeny(GateCodes.StopWidened);
    }

    [Fact]
    public void StopWidened_AnAddWithAWiderStop_IsDenied() =>
        Check(Buy(1m, stop: 90m), Context() with { Portfolio = Holding(1m, stop: 95m) }).ShouldDeny(GateCodes.StopWidened);

    [Fact]
    public void MandateFaults_OfTheDefault_AreNone() => MandateFaults.Of(Mandate()).ShouldBeEmpty();

    [Fact]
    public void MandateFaults_OfImpossibleNumbers_NameEach()
    {
        var faults = MandateFaults.Of(Mandate() with { MaxPosition = -1m, MaxRiskPerTrade = 2m, FirstHour = 7, LastHour = 24, MaxTradesPerDay = -1 });

        faults.Count.ShouldBe(4);
    }
}
