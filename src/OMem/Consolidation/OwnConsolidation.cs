using OMem.Consolidation.Clusters.Summaries;
using OMem.Consolidation.Judging;
using OMem.Storage;
using OMem.Trust;
using OMem.Understanding;

namespace OMem.Consolidation;

/// <summary>OMem's own consolidation: each candidate against its nearest items, by rules and, where they are not sure, by a model; clusters brought up to date with every message.</summary>
internal sealed class OwnConsolidation(ReaderIdentity reader, SourceRules rules, Judge? judge, ClusterSummarizer? summarizer) : IConsolidation
{
    /// <inheritdoc/>
    public bool Settles => false;

    /// <inheritdoc/>
    public bool DecidesAhead => judge is not null || summarizer is not null;

    /// <inheritdoc/>
    public Task<DerivedCommit> ConsolidateAsync(
        MemoryScope scope,
        DerivedState state,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        long? summarizeFrom,
        TextIndexer index,
        CancellationToken cancellationToken) => UnderstandingPipeline.ConsolidateAsync(
            reader, rules, state, batch, index, new ConsolidationModels(scope, judge, summarizeFrom is null ? null : summarizer) { SummarizeFrom = summarizeFrom }, cancellationToken);

    /// <inheritdoc/>
    public Task<DerivedCommit?> SettleAsync(MemoryScope scope, DerivedState state, TextIndexer index, CancellationToken cancellationToken) =>
        Task.FromResult<DerivedCommit?>(null);
}
