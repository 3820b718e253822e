using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Gate;

public sealed class StateRuleTests
{
    [Fact]
    public void Check_WithinEveryLimit_AcceptsTheOrderAsItCame()
    {
        var order = Buy(1m);

        var result = Check(order, Context());

        result.Verdict.ShouldBe(GateVerdict.Accepted);
        result.Order.ShouldBe(order);
        result.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void KillSwitch_ReduceOnly_DeniesEntriesAndLetsExitsPass()
    {
        var state = TradingState.Open.Stop(KillSwitchMode.ReduceOnly, "ada", "looking into it", Now);

        Check(Buy(1m), Context() with { State = state }).ShouldDeny(GateCodes.KillSwitch);
        Check(Sell(1m), Context() with { State = state, Portfolio = Holding(1m) }).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void KillSwitch_FullStop_DeniesExitsToo()
    {
        var state = TradingState.Open.Stop(KillSwitchMode.FullStop, "ada", "compromised key", Now);

        Check(Sell(1m), Context() with { State = state, Portfolio = Holding(1m) }).ShouldDeny(GateCodes.KillSwitch);
    }

    [Fact]
    public void KillSwitch_AnUnknownMode_StopsAllOrders() =>
        Check(Sell(1m), Context() with { State = new TradingState { KillSwitch = (KillSwitchMode)9 }, Portfolio = Holding(1m) }).ShouldDeny(GateCodes.KillSwitch);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void DataStale_ABarOfSomeHours_IsStaleAfterTwoIntervals(int hours, bool isStale)
    {
        var context = Context() with { Now = Now.AddHours(hours) };

        var result = Check(Buy(1m), context);

        result.Findings.Any(finding => finding.Code == GateCodes.DataStale).ShouldBe(isStale);
    }

    [Fact]
    public void DataStale_NoBarAtAll_DeniesExitsToo() =>
        Check(Sell(1m), Context() with { Market = null, Portfolio = Holding(1m) }).ShouldDeny(GateCodes.DataStale);

    [Fact]
    public void DataStale_ABarThatHasNotClosed_Denies() =>
        Check(Buy(1m), Context() with { Now = Now.AddMinutes(-1), Portfolio = Cash(10_000m) with { AsOf = Now.AddHours(-1) } }).ShouldDeny(GateCodes.DataStale);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void DataStale_APriceThatIsNone_Denies(int close) => Check(Buy(1m), Context() with { Market = Market(close) }).ShouldDeny(GateCodes.DataStale);

    [Fact]
    public void StateUnknown_NoHoldings_Denies() => Check(Buy(1m), Context() with { Portfolio = null }).ShouldDeny(GateCodes.StateUnknown);

    [Fact]
    public void StateUnknown_NoMandate_DeniesEntriesAndLetsExitsPass()
    {
        Check(Buy(1m), Context() with { Mandate = null }).ShouldDeny(GateCodes.StateUnknown);
        Check(Sell(1m), Context() with { Mandate = null, Portfolio = Holding(1m) }).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void StateUnknown_AMandateOfTomorrow_DoesNotHoldToday() =>
        Check(Buy(1m), Context() with { Mandate = Mandate() with { KnownAt = Now.AddDays(1) } }).ShouldDeny(GateCodes.StateUnknown);

    [Fact]
    public void StateUnknown_AMandateThatContradictsItself_DeniesAndSaysWhy()
    {
        var result = Check(Buy(1m), Context() with { Mandate = Mandate() with { AllowedSymbols = [Btc], ForbiddenSymbols = [Btc], FirstHour = 4 } });

        result.ShouldDeny(GateCodes.StateUnknown);
        result.Findings[0].Detail.ShouldContain("both allowed and forbidden");
        result.Findings[0].Detail.ShouldContain("go together");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    public void StateUnknown_EquityThatIsNone_DeniesEntriesOnly(int equity)
    {
        Check(Buy(1m), Context() with { Portfolio = Cash(equity) }).ShouldDeny(GateCodes.StateUnknown);
        Check(Sell(1m), Context() with { Portfolio = Holding(1m, equity: equity) }).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void StateUnknown_BooksOfALaterTime_AreRefused() =>
        Check(Buy(1m), Context() with { Portfolio = Cash(10_000m) with { AsOf = Now.AddSeconds(1) } }).ShouldDeny(GateCodes.StateUnknown);

    [Fact]
    public void Check_ManyFaults_CollectsEveryDenialInTheOrderOfTheList()
    {
        var context = Context() with
        {
            State = new TradingState { KillSwitch = KillSwitchMode.ReduceOnly },
            Mandate = Mandate() with { ForbiddenSymbols = [Btc], FirstHour = 1, LastHour = 2 },
            Portfolio = Cash(9_000m) with { DayStartEquity = 10_000m, PeakEquity = 20_000m },
        };

        var result = Check(Sell(1m), context);

        result.ShouldDeny(
            GateCodes.KillSwitch, GateCodes.SymbolForbidden, GateCodes.SideForbidden, GateCodes.HoursForbidden, GateCodes.StopRequired, GateCodes.DailyLoss, GateCodes.DrawdownHalt);
    }
}
