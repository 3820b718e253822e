using OMem.Interactions;
using OMem.Storage;
using OMem.Telemetry;

namespace OMem.Understanding;

/// <summary>One leased batch: read, consolidated and committed, or recorded as failed so that one bad message holds up no other.</summary>
internal sealed class OutboxBatch(EngineParts parts, string owner)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    /// <summary>Returns how many rows were understood.</summary>
    public async Task<int> UnderstandAsync(ScopeState state, OutboxClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(state, claim.Rows, release: true, cancellationToken).ConfigureAwait(false);
            return claim.Rows.Count;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await parts.Store.ReleaseAsync(claim.Scope, owner, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (ScopeConflictException)
        {
            // Somebody else changed the memory or took the lease: the rows are still in the outbox, or already done.
            await parts.Store.ReleaseAsync(claim.Scope, owner, cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (MemoryStoreException)
        {
            // No fault of the rows: no attempt is counted, and the lease ends by itself.
            throw;
        }
#pragma warning disable CA1031 // Whatever a reader throws is recorded on the rows it failed for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            parts.Log.UnderstandingFailed(exception, claim.Scope, claim.Rows.Count);
            return claim.Rows.Count == 1
                ? await FailAsync(claim.Scope, [Attempt(claim.Rows[0], exception)], cancellationToken).ConfigureAwait(false)
                : await OneByOneAsync(state, claim, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> OneByOneAsync(ScopeState state, OutboxClaim claim, CancellationToken cancellationToken)
    {
        var failures = new List<OutboxAttempt>();
        foreach (var row in claim.Rows)
        {
            try
            {
                await CommitAsync(state, [row], release: false, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OMemException))
            {
                    failures.Add(Attempt(row, exception));
            }
        }

        await FailAsync(claim.Scope, failures, cancellationToken).ConfigureAwait(false);
        return claim.Rows.Count - failures.Count;
    }

    private async Task<int> FailAsync(MemoryScope scope, List<OutboxAttempt> failures, CancellationToken cancellationToken)
    {
        parts.Telemetry.UnderstandingFailed(failures.Count);
        await parts.Store.FailAsync(scope, owner, failures, cancellationToken).ConfigureAwait(false);
        return 0;
    }

    private async Task CommitAsync(ScopeState state, IReadOnlyList<OutboxRow> rows, bool release, CancellationToken cancellationToken)
    {
        var sequences = rows.Select(row => row.Sequence).ToArray();
        var before = Enumerable.Range(1, ReadingWindow.Length)
            .Select(back => sequences[0] - back).Where(sequence => sequence > 0).ToArray();
        var interactions = await parts.Store.GetInteractionsAsync(state.Scope, sequences, cancellationToken).ConfigureAwait(false);
        var context = before.Length == 0
            ? []
            : await parts.Store.GetInteractionsAsync(state.Scope, before, cancellationToken).ConfigureAwait(false);
        var changes = await state.ConsolidateAsync(
            new ReadingRequest(state.Scope, interactions, context),
            commit => commit with { Owner = owner, Understood = sequences, ReleaseLease = release },
            cancellationToken).ConfigureAwait(false);
        parts.Telemetry.Understood(rows.Count);
        parts.Log.Understood(state.Scope, rows.Count, changes);
    }

    private OutboxAttempt Attempt(OutboxRow row, Exception exception)
    {
        // Delays double from one second; after the last attempt the row is parked.
        var attempts = row.Attempts + 1;
        DateTimeOffset? nextTry = attempts >= parts.Options.MaxUnderstandingAttempts
            ? null
            : parts.Time.GetUtcNow() + (FirstDelay * Math.Pow(2, attempts - 1));
        return new OutboxAttempt(row.Sequence, exception.GetType().Name, nextTry);
    }
}
