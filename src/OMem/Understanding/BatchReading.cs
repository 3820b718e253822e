using OMem.Interactions;

namespace OMem.Understanding;

/// <summary>Reads what was planned for one batch and keeps what was read until it is committed, so that no reading is paid for twice.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class BatchReading(EngineParts parts, BatchPlan plan)
{
    private readonly SplitReading _reading = new(parts.Reader, parts.Calls, parts.Sources);

    /// <summary>Whether what is read is kept.</summary>
    public bool Keeps => parts.Kept is not null;

    /// <summary>Reads as much as can be read. Throws only when cancelled, or when the store fails.</summary>
    public async Task<ReadOutcome> ReadAsync(PlannedReading planned, CancellationToken cancellationToken)
    {
        if (planned.Known is { } known)
        {
            return known;
        }

        var outcome = await _reading.ReadAsync(planned.Request, cancellationToken).ConfigureAwait(false);
        foreach (var (stored, understanding) in outcome.Read)
        {
            parts.Kept?.Keep(plan.Keys[stored.Sequence], understanding, plan.Generation);
        }

        return outcome;
    }

    /// <summary>Forgets readings: they are committed, or are to be made anew.</summary>
    public void Drop(IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> read)
    {
        foreach (var (stored, _) in read)
        {
            parts.Kept?.Drop(plan.Keys[stored.Sequence]);
        }
    }
}
