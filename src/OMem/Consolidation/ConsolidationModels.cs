using OMem.Consolidation.Judging;
using OMem.Understanding;

namespace OMem.Consolidation;

/// <summary>The models that take part in consolidating one scope's memory.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Judge">Decides what rules are not sure of; null for rules alone.</param>
internal sealed record ConsolidationModels(MemoryScope Scope, Judge? Judge)
{
    /// <summary>Decides about a batch before anything is changed.</summary>
    /// <exception cref="ModelException">The judge could not be reached, or a setting keeps it from being used.</exception>
    public async Task<Decisions> DecideAsync(
        DerivedState state,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        TextTable texts,
        ReaderIdentity reader,
        CancellationToken cancellationToken) =>
        Judge is null ? Decisions.None : await Judge.DecideAsync(Scope, state, batch, texts, reader, cancellationToken).ConfigureAwait(false);

    /// <summary>Counts what was not taken over.</summary>
    public void Report(Decisions decisions) => Judge?.Report(Scope, decisions.Dropped);
}
