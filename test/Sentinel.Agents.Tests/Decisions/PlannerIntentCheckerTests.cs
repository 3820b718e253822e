using Sentinel.Risk;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Decisions;

public sealed class PlannerIntentCheckerTests
{
    private static readonly TradeIntent Wish = new()
    {
        Symbol = Btc, Direction = IntentDirection.Long, Conviction = 0.6, Horizon = TimeSpan.FromHours(5), Stop = 98m, DesiredRisk = 0.01m, Invalidation = "a close below the stop",
    };

    [Fact]
    public void Check_AWholeIntent_ShowsSizeAndVerdict()
    {
        var check = Checker(Limits()).Check(Wish, Now);

        check.SizeTrace.ShouldContain(step => step.Rule == "fixed_risk");
        check.Gate.ShouldNotBeNull().Verdict.ShouldBe(GateVerdict.Accepted);
    }

    [Fact]
    public void Check_AForbiddenIntent_ShowsTheCodes() =>
        Checker(Limits(Mandate() with { ForbiddenSymbols = [Btc] })).Check(Wish, Now).Gate!.Findings.ShouldContain(finding => finding.Code == GateCodes.SymbolForbidden);

    [Fact]
    public void Check_Nonsense_IsADenialToo()
    {
        var check = Checker(Limits()).Check(Wish with { Conviction = double.NaN }, Now);

        check.Gate.ShouldNotBeNull().Verdict.ShouldBe(GateVerdict.Denied);
        check.Gate.Findings.ShouldHaveSingleItem().Code.ShouldBe(GateCodes.IntentInvalid);
    }

    [Fact]
    public void Check_Hold_IsNothingToCheck() => Checker(Limits()).Check(new TradeIntent { Symbol = Btc, Direction = IntentDirection.Hold }, Now).Gate.ShouldBeNull();

    private static PlannerIntentChecker Checker(RiskContext context) => new(new OrderPlanner(), (_, _) => context);
}
