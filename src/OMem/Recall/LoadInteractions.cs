namespace OMem.Recall;

/// <summary>Reads interactions by log position from wherever their texts are; unknown positions are left out.</summary>
internal delegate Task<IReadOnlyList<StoredInteraction>> LoadInteractions(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken);
