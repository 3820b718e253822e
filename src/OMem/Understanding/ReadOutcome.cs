namespace OMem.Understanding;

/// <summary>What came of reading one request.</summary>
/// <param name="Read">What was read, in log order.</param>
/// <param name="Failed">What could not be read, with the reason; rows of one entry failed together.</param>
internal sealed record ReadOutcome(
    IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> Read,
    IReadOnlyList<ReadFailure> Failed)
{
    public static ReadOutcome Of(IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> read) => new(read, []);

    public static ReadOutcome Of(ReadFailure failure) => new([], [failure]);

    public static ReadOutcome Of(ReadOutcome first, ReadOutcome second) => new([.. first.Read, .. second.Read], [.. first.Failed, .. second.Failed]);
}

/// <summary>Interactions that could not be read.</summary>
/// <param name="Interactions">The interactions.</param>
/// <param name="Reason">Why.</param>
/// <param name="Kind">What is to be done about it.</param>
internal sealed record ReadFailure(IReadOnlyList<StoredInteraction> Interactions, Exception Reason, ReadFaultKind Kind);
