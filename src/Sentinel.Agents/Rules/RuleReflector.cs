using System.Globalization;
using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>States what became of a decision, numbers first; draws no lesson from one case.</summary>
public sealed class RuleReflector : IReflector
{
    /// <inheritdoc/>
    public Task<AgentOutput<Reflection>> ReflectAsync(DecisionExplanation settled, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settled);
        if (settled.Outcomes.Count is 0)
        {
            return Task.FromResult(RuleRecord.Failed<Reflection>(AgentNames.Reflector, "nothing has settled yet"));
        }

        var decision = settled.Decision;
        var last = settled.Outcomes[^1];
        var result = last.RMultiple is { } r ? string.Create(CultureInfo.InvariantCulture, $"{r:+0.00;-0.00;0.00} R") : string.Create(CultureInfo.InvariantCulture, $"{last.Raw:+0.00%;-0.00%;0.00%}");
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{decision.Symbol} {decision.Intent.Direction.ToString().ToLowerInvariant()} in {decision.Regime}: {result} after {OutcomeHorizons.Name(last.Horizon)}, {last.AlphaVsHold:+0.00%;-0.00%;0.00%} against holding.");
        if (settled.Assessments is [.., var assessment])
        {
            text += $" Judged by what was known: {assessment.Verdict}" + (assessment.Faults.Count > 0 ? $" ({string.Join(", ", assessment.Faults)})." : ".");
        }

        var cites = new List<string> { decision.Id };
        cites.AddRange(settled.Outcomes.Select(static outcome => outcome.Id));
        cites.AddRange(settled.Assessments.Select(static assessment => assessment.Id));
        var reflection = new Reflection(JournalIds.Derive("ref", decision.Id, last.Id, "rules"), text, cites, decision.Id, $"{AgentNames.Reflector}/rules@1");
        return Task.FromResult(RuleRecord.Of(AgentNames.Reflector, reflection, AgentJson.Default.Reflection));
    }
}
