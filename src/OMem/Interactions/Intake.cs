using OMem.Sensitive;
using OMem.Trust.Recognition;

namespace OMem.Interactions;

/// <summary>What comes in, made fit to be stored: the policy for sensitive data first, before anything else sees it; then recalled memory that comes back is left out.</summary>
internal sealed class Intake(InteractionValidator validator, ScopeState state)
{
    /// <summary>Stores interactions that are valid.</summary>
    public async Task<RememberResult> RememberAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken)
    {
        var clean = await CleanAsync(interactions, cancellationToken).ConfigureAwait(false);
        var taken = RecalledMemory.Take(clean.Interactions);
        try
        {
            var result = await state.RememberAsync(taken.Interactions, cancellationToken).ConfigureAwait(false);
            return result with { Masked = clean.Masked, Recognised = taken.Recognised, Shortened = taken.Shortened };
        }
        catch (IdempotencyConflictException conflict) when (taken.Recognised > 0)
        {
            // Its place in the call, not in what was left to store.
            throw new IdempotencyConflictException(conflict.InteractionId, taken.Places[conflict.Index]);
        }
    }

    /// <summary>What would be stored.</summary>
    public async ValueTask<IReadOnlyList<Interaction>> TakeAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken) =>
        RecalledMemory.Take((await CleanAsync(interactions, cancellationToken).ConfigureAwait(false)).Interactions).Interactions;

    /// <summary>A mark may be longer than what it stands for.</summary>
    private async ValueTask<CleanInteractions> CleanAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken)
    {
        var clean = SensitiveDoor.Clean(interactions, await state.Policy.GetAsync(cancellationToken).ConfigureAwait(false));
        if (clean.Masked.Count > 0)
        {
            validator.CheckEach(clean.Interactions);
        }

        return clean;
    }
}
