using CsCheck;
using Sentinel.Agents.Tests.Support;
using Sentinel.Risk;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Rules;

/// <summary>With the mandate in the context a wish keeps within it, as the gate's own judge sees it; without it the market's defaults break it.</summary>
public sealed class MandatePlanTests
{
    private static readonly RuleIntentPolicy Policy = new(Given.Settings);
    private static readonly MandateJudge Judge = new();

    private static readonly Gen<decimal?> Share = Gen.Int[-30, 120].Select(percent => percent < 0 ? null : (decimal?)percent / 100m);

    private static readonly Gen<Mandate> Mandates =
        from shares in Gen.Select(Share, Share, Share, Share)
        from risk in Gen.Int[-10, 30]
        from shorts in Gen.Bool
        from trades in Gen.Int[-2, 3]
        from hours in Gen.Select(Gen.Int[-24, 23], Gen.Int[0, 23])
        from symbols in Gen.Int[0, 3]
        select Mandate() with
        {
            MaxPosition = shares.Item1,
            MaxGross = shares.Item2,
            MaxLeverage = shares.Item3,
            CashFloor = shares.Item4 is { } floor ? Math.Min(1m, floor) : null,
            MaxRiskPerTrade = risk < 0 ? null : risk / 1000m,
            ShortAllowed = shorts,
            MaxTradesPerDay = trades < 0 ? null : trades,
            FirstHour = hours.Item1 < 0 ? null : hours.Item1,
            LastHour = hours.Item1 < 0 ? null : hours.Item2,
            AllowedSymbols = symbols is 1 ? [Eth] : [],
            ForbiddenSymbols = symbols is 2 ? [Btc] : [],
        };

    [Fact]
    public void Decide_WithTheMandateShown_NeverWishesBeyondIt()
    {
        var opened = 0;
        Gen.Select(Mandates, Gen.Int[1, 20], Gen.Int[-80, 80], Gen.Bool, Gen.Int[0, 3]).Sample(
            (mandate, atr, other, rises, entries) =>
            {
                var books = Cash() with { Cash = 10_000m - (other * 100m), EntriesToday = entries, Positions = other is 0 ? [] : [new PositionView(Eth, other, 100m, 100m, null, Now.AddHours(-1))] };
                var situation = Situation(Snapshot(atr: atr / 10.0), books);
                var intent = Decide(Context(situation) with { Mandate = View(mandate) }, rises);

                if (intent.Direction is not IntentDirection.Hold)
                {
                    Interlocked.Increment(ref opened);
                    Judge.Violations(intent, Limits(mandate, books) with { Market = situation.Market }).ShouldBeEmpty();
                }
            },
            iter: 5_000);

        opened.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Decide_WithoutTheMandate_BreaksIt()
    {
        var mandate = Mandate() with { MaxRiskPerTrade = 0.005m };

        Judge.Violations(Decide(Context(), rises: true), Limits(mandate)).ShouldContain(violation => violation.Code == GateCodes.RiskPerTrade);
        Judge.Violations(Decide(Context(), rises: false), Limits(mandate)).ShouldContain(violation => violation.Code == GateCodes.SideForbidden);
    }

    [Fact]
    public void Decide_WithTheMandateShown_CitesIt()
    {
        var context = Context(null, MemoryArm.All, "man-1") with { Mandate = View() };

        Decide(context, rises: true).CitedMemoryIds.ShouldContain("man-1");
    }

    private static TradeIntent Decide(DecisionContext context, bool rises) =>
        Policy.DecideAsync(new AgentBrief(context), new Panel(new MarketThesis(rises ? 0.6 : -0.6, 0.6, "t", []), null, null, null)).GetAwaiter().GetResult().Value!;
}
