using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Gate;

public sealed class LossAndGuardRuleTests
{
    private static readonly RiskSettings Guarded = Exact with { Guards = GuardSettings.None };

    [Theory]
    [InlineData(9_501, false)]
    [InlineData(9_500, true)]
    public void DailyLoss_FivePercent_DeniesEntries(int equity, bool isDenied)
    {
        var result = Check(Buy(1m), Context() with { Portfolio = Cash(equity) with { DayStartEquity = 10_000m } });

        result.Findings.Any(finding => finding.Code == GateCodes.DailyLoss).ShouldBe(isDenied);
    }

    [Fact]
    public void DailyLoss_AHaltOfEarlierToday_HoldsAlthoughEquityCameBack()
    {
        var state = TradingState.Open.Observe(Cash(9_400m) with { DayStartEquity = 10_000m }, Mandate(), Now);

        Check(Buy(1m), Context() with { State = state }).ShouldDeny(GateCodes.DailyLoss);
        Check(Sell(1m), Context() with { State = state, Portfolio = Holding(1m) }).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void DrawdownHalt_AQuarterBelowThePeak_DeniesEntriesOnly()
    {
        var books = Cash(7_500m) with { PeakEquity = 10_000m };

        Check(Buy(1m), Context() with { Portfolio = books }).ShouldDeny(GateCodes.DrawdownHalt);
        Check(Sell(1m), Context() with { Portfolio = Holding(1m, equity: 7_500m) with { PeakEquity = 10_000m } }).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Theory]
    [InlineData(2, 0, false)]
    [InlineData(3, 0, true)]
    [InlineData(2, 1, true)]
    public void MaxTradesDay_OfThree_CountsEntriesAndOpenOrders(int entries, int open, bool isDenied)
    {
        var context = Context() with
        {
            Mandate = Mandate() with { MaxTradesPerDay = 3 },
            Portfolio = Cash(10_000m) with { EntriesToday = entries },
            Pending = [.. Enumerable.Range(0, open).Select(_ => new RestingOrder(Buy(1m), 1m, 100m))],
        };

        Check(Buy(1m), context).Findings.Any(finding => finding.Code == GateCodes.MaxTradesDay).ShouldBe(isDenied);
    }

    [Theory]
    [InlineData(1, true, true)]
    [InlineData(2, true, false)]
    [InlineData(1, false, false)]
    public void Cooldown_OfTwoBars_PausesASymbolAfterItsStop(int barsAgo, bool byStop, bool isDenied)
    {
        var settings = Guarded with { Guards = GuardSettings.None with { CooldownBars = 2 } };

        Check(Buy(1m), After(Exit(barsAgo, byStop: byStop)), settings).Findings.Any(finding => finding.Code == GateCodes.Cooldown).ShouldBe(isDenied);
    }

    [Fact]
    public void Cooldown_AfterAnotherSymbolsStop_DoesNotHold()
    {
        var settings = Guarded with { Guards = GuardSettings.None with { CooldownBars = 2 } };

        Check(Buy(1m), After(Exit(1, byStop: true, symbol: Eth)), settings).Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(4, 3, false)]
    [InlineData(1, 2, false)]
    public void StopLossGuard_ThreeStopsInAWindow_PausesEverySymbol(int lastBarsAgo, int stops, bool isDenied)
    {
        var settings = Guarded with { Guards = GuardSettings.None with { StopLossCount = 3, StopLossWindowBars = 24, StopLossPauseBars = 4 } };
        var exits = Enumerable.Range(0, stops).Select(at => Exit(lastBarsAgo + at, byStop: true, symbol: Eth)).ToArray();

        Check(Buy(1m), After(exits), settings).Findings.Any(finding => finding.Code == GateCodes.StopLossGuard).ShouldBe(isDenied);
    }

    [Theory]
    [InlineData(-60, true)]
    [InlineData(-40, false)]
    public void LowProfitSymbol_TwoExitsThatLostOnePercent_PausesTheSymbol(int pnlEach, bool isDenied)
    {
        var settings = Guarded with { Guards = GuardSettings.None with { LowProfitTrades = 2 } };

        Check(Buy(1m), After(Exit(5, pnlEach), Exit(6, pnlEach)), settings).Findings.Any(finding => finding.Code == GateCodes.LowProfitSymbol).ShouldBe(isDenied);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void ReentryLock_OfOneBar_HoldsAfterAnyExit(int barsAgo, bool isDenied)
    {
        var settings = Guarded with { Guards = GuardSettings.None with { ReentryBars = 1 } };

        Check(Buy(1m), After(Exit(barsAgo, pnl: 50)), settings).Findings.Any(finding => finding.Code == GateCodes.ReentryLock).ShouldBe(isDenied);
    }

    [Fact]
    public void Guards_OfEveryKind_LetExitsPass()
    {
        var exits = Enumerable.Range(0, 9).Select(at => Exit(0, -100, byStop: true)).ToArray();
        var context = Context() with { Portfolio = Holding(1m) with { RecentExits = exits } };

        Check(Sell(1m), context).Verdict.ShouldBe(GateVerdict.Accepted);
        Check(Buy(1m, stop: 99m), context).ShouldDeny(GateCodes.Cooldown, GateCodes.StopLossGuard, GateCodes.LowProfitSymbol, GateCodes.ReentryLock);
    }

    private static RiskContext After(params RecentExit[] exits) => Context() with { Portfolio = Cash(10_000m) with { RecentExits = exits } };

    private static RecentExit Exit(int barsAgo, int pnl = -10, bool byStop = false, Symbol? symbol = null) => new(symbol ?? Btc, Now.AddHours(-barsAgo), pnl, byStop);
}
