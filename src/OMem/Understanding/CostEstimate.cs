using OMem.Consolidation;
using OMem.Interactions;
using OMem.Understanding.Llm;
using OMem.Understanding.Paper;

namespace OMem.Understanding;

/// <summary>Works out what understanding would cost: the calls are planned as they would be made, and not made.</summary>
internal sealed class CostEstimate(EngineParts parts, MemoryScope scope)
{
    /// <summary>Completion tokens an interaction gives on average: about one topic, and one attribute or fact in every second.</summary>
    private const int CompletionTokensPerMessage = 80;

    /// <summary>The cost of what waits in the outbox, but for what is forgotten.</summary>
    public async Task<UnderstandingEstimate> OfOutboxAsync(CancellationToken cancellationToken)
    {
        var status = await parts.Store.GetOutboxStatusAsync(scope, cancellationToken).ConfigureAwait(false);
        var waiting = await parts.Store.ReadWaitingAsync(scope, cancellationToken).ConfigureAwait(false);
        var hidden = await HiddenAsync(cancellationToken).ConfigureAwait(false);

        // Parked ones are among them; mostly they are the older ones.
        long[] due = [.. waiting.Where(sequence => !hidden.Contains(sequence)).TakeLast(status.Pending)];
        var seen = await SeenLog.LoadAsync(parts.Store, scope, due, hidden, cancellationToken).ConfigureAwait(false);
        return await OfAsync([.. due.Select(seen.Find).OfType<StoredInteraction>()], due.Length == 0 ? [] : [.. seen.Before(due[0])], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The cost of interactions that are yet to be remembered; those that are stored already cost nothing.</summary>
    public async Task<UnderstandingEstimate> OfAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var head = await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
        await foreach (var row in parts.Store.ReadLogAsync(scope, 0, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(row.Stored.Interaction.Id);
        }

        var now = parts.Time.GetUtcNow();
        var added = interactions.Where(interaction => ids.Add(interaction.Id))
            .Select((interaction, i) => new StoredInteraction(head.LogSequence + 1 + i, interaction, now)).ToList();
        return await OfAsync(added, await LastAsync(head.LogSequence, ReadingWindow.Length, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<UnderstandingEstimate> OfAsync(List<StoredInteraction> interactions, List<StoredInteraction> before, CancellationToken cancellationToken)
    {
        if (parts.Reader is PaperInteractionReader paper)
        {
            return PaperEstimate.Of(paper, parts.Calls, interactions, await parts.Store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false));
        }

        var stages = interactions.Count == 0 ? [] : Reading(interactions, before).Concat(await ConsolidatingAsync(interactions, cancellationToken).ConfigureAwait(false)).ToList();
        return new UnderstandingEstimate(interactions.Count, stages.Count == 0 ? Array.Empty<StageEstimate>() : stages);
    }

    private IEnumerable<StageEstimate> Reading(List<StoredInteraction> interactions, List<StoredInteraction> before)
    {
        if (parts.Reader is LlmInteractionReader reader)
        {
            var plan = reader.Plan(interactions, before);
            yield return new StageEstimate(
                ModelStage.Read, parts.Calls.ModelId(ModelStage.Read), plan.Count, plan.Sum(reader.PromptTokens), (long)interactions.Count * CompletionTokensPerMessage);
        }
    }

    private async Task<List<StageEstimate>> ConsolidatingAsync(List<StoredInteraction> interactions, CancellationToken cancellationToken)
    {
        var stages = new List<StageEstimate>();
        if (parts.Consolidation is not OwnConsolidation { DecidesAhead: true })
        {
            return stages;
        }

        var head = await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
        var status = await parts.Store.GetOutboxStatusAsync(scope, cancellationToken).ConfigureAwait(false);
        var usage = await parts.Store.ReadUsageAsync(scope, cancellationToken).ConfigureAwait(false);
        var estimate = new ConsolidationEstimate(parts.Options, head.LogSequence - status.Pending - status.Parked, usage);
        if (parts.Calls.Has(ModelStage.Consolidate))
        {
            stages.Add(estimate.OfJudge(parts.Calls.ModelId(ModelStage.Consolidate), interactions.Count));
        }

        if (parts.Calls.Has(ModelStage.Summarize))
        {
            stages.Add(estimate.OfSummaries(parts.Calls.ModelId(ModelStage.Summarize), interactions[0].Sequence, interactions.Count));
        }

        return stages;
    }

    private async Task<List<StoredInteraction>> LastAsync(long last, int count, CancellationToken cancellationToken)
    {
        var hidden = await HiddenAsync(cancellationToken).ConfigureAwait(false);
        var first = Math.Max(1, last - count + 1);
        var sequences = Enumerable.Range(0, (int)(last - first + 1)).Select(offset => first + offset).Where(sequence => !hidden.Contains(sequence)).ToArray();
        return [.. await parts.Store.GetInteractionsAsync(scope, sequences, cancellationToken).ConfigureAwait(false)];
    }

    private async Task<HashSet<long>> HiddenAsync(CancellationToken cancellationToken) =>
        (await parts.Store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false)).Hidden.ToHashSet();
}
