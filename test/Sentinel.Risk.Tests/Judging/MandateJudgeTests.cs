using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Judging;

public sealed class MandateJudgeTests
{
    private static readonly MandateJudge Judge = new();

    [Fact]
    public void Violations_OfAWishAtTheLimit_AreNone() => Judge.Violations(Long(risk: 0.02m), Context()).ShouldBeEmpty();

    [Fact]
    public void Violations_OfTwiceTheRisk_HaveASeverityOfOne()
    {
        var violation = Judge.Violations(Long(stop: 90m, risk: 0.04m), Context()).ShouldHaveSingleItem();

        violation.Code.ShouldBe(GateCodes.RiskPerTrade);
        violation.Severity.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Violations_OfATightStop_AreThePositionsSize()
    {
        // 2 % at a stop 2 % away asks for all of equity: half is allowed.
        var violation = Judge.Violations(Long(stop: 98m, risk: 0.02m), Context()).ShouldHaveSingleItem();

        violation.Code.ShouldBe(GateCodes.MaxPosition);
        violation.Severity.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Violations_OfEveryKind_AreAllFound()
    {
        var context = Context() with { Mandate = Mandate() with { ForbiddenSymbols = [Btc], FirstHour = 1, LastHour = 2, MaxTradesPerDay = 0 } };

        Judge.Violations(Long(stop: null) with { Direction = IntentDirection.Short }, context).Select(violation => violation.Code)
            .ShouldBe([GateCodes.SymbolForbidden, GateCodes.SideForbidden, GateCodes.HoursForbidden, GateCodes.StopRequired, GateCodes.MaxTradesDay]);
    }

    [Theory]
    [InlineData(IntentDirection.Hold)]
    [InlineData(IntentDirection.Flat)]
    public void Violations_OfWhatOpensNothing_AreNone(IntentDirection direction) =>
        Judge.Violations(Long(risk: 0.9m) with { Direction = direction }, Context()).ShouldBeEmpty();

    [Fact]
    public void Violations_OfAWishThatIsAlreadyHeld_AreNone() =>
        Judge.Violations(Long(risk: 0.02m), Context() with { Portfolio = Holding(40m, stop: 95m) }).ShouldBeEmpty();

    [Fact]
    public void Violations_OfTheHousesRules_DoNotCount()
    {
        var context = Context() with { Market = Market(100m), Mandate = Free(), Portfolio = Cash(10_000m) with { RecentExits = [new RecentExit(Btc, Now, -10m, ByStop: true)] } };

        new MandateJudge(new RiskSettings { Congestion = new CongestionSettings() }).Violations(Long(stop: 99m, risk: 0.02m), context).ShouldBeEmpty();
    }

    [Fact]
    public void Violations_WhileStoppedByAPerson_AreStillTheIntentsOwn() =>
        Judge.Violations(Long(risk: 0.02m), Context() with { State = TradingState.Open.Stop(KillSwitchMode.FullStop, "ada", "x", Now) }).ShouldBeEmpty();

    [Fact]
    public void Violations_OfAWishTooSmallToTrade_AreNone() => Judge.Violations(Long(risk: 0.0000001m), Context()).ShouldBeEmpty();
}
