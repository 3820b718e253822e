using OMem.Consolidation.Clusters.Summaries;
using OMem.Consolidation.Judging;
using OMem.Storage;
using OMem.Understanding;

namespace OMem.Consolidation;

/// <summary>The models that take part in consolidating one scope's memory.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Judge">Decides what rules are not sure of; null for rules alone.</param>
/// <param name="Summarizer">Summarises clusters; null for their members' own words.</param>
internal sealed record ConsolidationModels(MemoryScope Scope, Judge? Judge, ClusterSummarizer? Summarizer)
{
    /// <summary>The log position from which on nothing was summarised; null for the first of the batch.</summary>
    public long? SummarizeFrom { get; init; }

    /// <summary>Decides about a batch before anything is changed.</summary>
    /// <exception cref="ModelException">The judge could not be reached, or a setting keeps it from being used.</exception>
    public async Task<Decisions> DecideAsync(
        DerivedState state,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        TextTable texts,
        ReaderIdentity reader,
        CancellationToken cancellationToken) =>
        Judge is null ? Decisions.None : await Judge.DecideAsync(Scope, state, batch, texts, reader, cancellationToken).ConfigureAwait(false);

    /// <summary>Counts what was not taken over, and summarises clusters that changed, if it is time.</summary>
    public async Task FinishAsync(
        DerivedState state,
        ChangeSet changes,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        Decisions decisions,
        CancellationToken cancellationToken)
    {
        Judge?.Report(Scope, decisions.Dropped);
        if (Summarizer is not null && batch.Count > 0)
        {
            await Summarizer.SummarizeAsync(Scope, state, changes, SummarizeFrom ?? batch[0].Stored.Sequence, batch[^1].Stored, cancellationToken).ConfigureAwait(false);
        }
    }
}
