using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Agents;

/// <summary>
/// Decides in stages: the memories in parallel through the toolkit, the other agents in parallel on what was found, an intent, and a look at losing
/// decisions like the intended one, after which the intent may be revised once. It reads memory by no other way and sends nothing.
/// </summary>
/// <remarks>The same request on the same memory gives the same decision. Agents' results are taken in a fixed order.</remarks>
public sealed class DeepTraderManager(IMemoryToolkit toolkit, TraderTeam team, AgentSettings? settings = null) : IDeepTraderManager
{
    private readonly FailureGate _failures = new(toolkit, settings ?? new AgentSettings());

    /// <inheritdoc/>
    public async Task<ManagerDecision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = await toolkit.BuildContextAsync(request.Situation, request.AsOf, request.TokenBudget, request.Arm, cancellationToken).ConfigureAwait(false);
        var brief = new AgentBrief(request.MandateShown ? context : MandateMask.Without(context));
        var (panel, proposals) = await HearAsync(brief, cancellationToken).ConfigureAwait(false);
        var decided = await team.Policy.DecideAsync(brief, panel, cancellationToken).ConfigureAwait(false);
        proposals.Add(decided.Record);
        var intent = decided.Value ?? Intents.Hold(brief, "no usable intent was formed");
        FailureReview? review = null;
        if (Intents.Opens(intent) && request.Arm.HasFlag(MemoryArm.Episodic))
        {
            (intent, review) = await ReviewAsync(brief, panel, intent, proposals, cancellationToken).ConfigureAwait(false);
        }

        return new ManagerDecision
        {
            Intent = intent,
            Context = brief.Context,
            Proposals = proposals,
            Review = review,
            Model = team.Policy.Model,
            Evidence = Evidence.ForSizing(brief.Context.Episodes?.Statistics),
        };
    }

    private async Task<(Panel Panel, List<AgentProposal> Proposals)> HearAsync(AgentBrief brief, CancellationToken cancellationToken)
    {
        var thesis = team.Analyst.AnalyseAsync(brief, cancellationToken);
        var bull = team.Bull.ArgueAsync(brief, cancellationToken);
        var bear = team.Bear.ArgueAsync(brief, cancellationToken);
        var risk = team.Risk.ExplainAsync(brief, cancellationToken);
        await Task.WhenAll(thesis, bull, bear, risk).ConfigureAwait(false);
        var (t, u, e, r) = (await thesis.ConfigureAwait(false), await bull.ConfigureAwait(false), await bear.ConfigureAwait(false), await risk.ConfigureAwait(false));
        return (new Panel(t.Value, u.Value, e.Value, r.Value), [t.Record, u.Record, e.Record, r.Record]);
    }

    private async Task<(TradeIntent Intent, FailureReview Review)> ReviewAsync(
        AgentBrief brief, Panel panel, TradeIntent intent, List<AgentProposal> proposals, CancellationToken cancellationToken)
    {
        var like = await _failures.FindAsync(brief, intent, cancellationToken).ConfigureAwait(false);
        var ids = like.Losers.Select(static loser => loser.Episode.Id).ToArray();
        if (like.Losers.Count is 0)
        {
            return (intent, new FailureReview(intent, ids, IsRevised: false));
        }

        var revised = await team.Policy.ReviseAsync(brief, panel, intent, like, cancellationToken).ConfigureAwait(false);
        proposals.Add(revised.Record);

        // A second thought that failed leaves the trade alone: it is not known to be a good one.
        var final = revised.Value ?? Intents.Hold(brief, "the second look at like losses gave no usable answer");
        return (final, new FailureReview(intent, ids, IsRevised: final.Direction != intent.Direction || final.DesiredRisk != intent.DesiredRisk));
    }
}
