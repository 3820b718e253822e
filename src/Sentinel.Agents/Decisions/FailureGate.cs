using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>Looks, at the point of action, for losing decisions like the intended one.</summary>
public sealed class FailureGate(IMemoryToolkit toolkit, AgentSettings settings)
{
    /// <summary>The nearest losers by then, nearest first; none when nothing opens.</summary>
    public async Task<IReadOnlyList<RecalledEpisode>> FindAsync(AgentBrief brief, TradeIntent intent, CancellationToken cancellationToken = default) => Intents.Opens(intent)
        ? (await toolkit.RecallLosersAsync(brief.AsOf, brief.Situation, intent, settings.LosersShown, cancellationToken).ConfigureAwait(false)).Items
        : [];
}
