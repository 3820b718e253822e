using OMem.Storage;
using OMem.Understanding;

namespace OMem.Consolidation;

/// <summary>What was read to changes of derived memory.</summary>
/// <remarks>Thread-safe; one call at a time for a state, which is thrown away when a call fails.</remarks>
internal interface IConsolidation
{
    /// <summary>Whether there is anything for <see cref="SettleAsync"/> to do, ever.</summary>
    bool Settles { get; }

    /// <summary>Whether models are asked about a whole batch before anything of it is done: where they are not there, a smaller batch fares no better, and a larger one waits less.</summary>
    bool DecidesAhead { get; }

    /// <summary>Consolidates a batch.</summary>
    /// <param name="scope">Whose memory it is.</param>
    /// <param name="state">The memory; it runs ahead of the store until <see cref="DerivedState.Accept"/>.</param>
    /// <param name="batch">Interactions in log order with their understandings, trusted.</param>
    /// <param name="summarizeFrom">The log position from which on it has been so that nothing was summarised; null to summarise with a later batch.</param>
    /// <param name="index">Makes index data.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The changes, with every interaction of the batch as understood.</returns>
    Task<DerivedCommit> ConsolidateAsync(
        MemoryScope scope,
        DerivedState state,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        long? summarizeFrom,
        TextIndexer index,
        CancellationToken cancellationToken);

    /// <summary>Does what is done once after many batches, such as merging.</summary>
    /// <returns>The changes; null when there is nothing to do.</returns>
    Task<DerivedCommit?> SettleAsync(MemoryScope scope, DerivedState state, TextIndexer index, CancellationToken cancellationToken);
}
