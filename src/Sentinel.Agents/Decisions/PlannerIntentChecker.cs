using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Agents;

/// <summary>The dry run behind the toolkit's <c>check_intent</c>: what sizer and gate would say. It plans and sends nothing.</summary>
/// <param name="planner">Sizer and gate.</param>
/// <param name="context">What is known of a market at a time.</param>
public sealed class PlannerIntentChecker(OrderPlanner planner, Func<Symbol, DateTimeOffset, RiskContext> context) : IIntentChecker
{
    private const string DryRun = "check";

    /// <inheritdoc/>
    public IntentCheck Check(TradeIntent intent, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var plan = planner.Plan(intent, context(intent.Symbol, asOf), DryRun);

        // What was denied before the gate was asked is a denial all the same.
        var gate = plan.Gate ?? (plan.Outcome is PlanOutcome.Denied ? new GateResult { Verdict = GateVerdict.Denied, Findings = plan.Findings } : null);
        return new IntentCheck(plan.SizeTrace, gate);
    }
}
