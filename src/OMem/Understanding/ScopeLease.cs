using OMem.Interactions;
using OMem.Storage;

namespace OMem.Understanding;

/// <summary>The lease of one claim, renewed while its work goes on, so that slow models do not lose it.</summary>
internal sealed class ScopeLease(EngineParts parts, OutboxClaim claim, ClaimRequest request)
{
    private readonly TimeSpan _step = parts.Options.UnderstandingLease / 3;
    private DateTimeOffset _until = request.LeaseUntil;

    /// <summary>The scope.</summary>
    public MemoryScope Scope => claim.Scope;

    /// <summary>Waits for work and renews the lease meanwhile.</summary>
    /// <exception cref="ScopeConflictException">The lease was lost; the work may still run.</exception>
    public async Task<T> KeepAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        while (!work.IsCompleted)
        {
            using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var due = Due() - parts.Time.GetUtcNow();

            // Never longer than a step: the clock may have been set back.
            var delay = Task.Delay(due <= TimeSpan.Zero ? TimeSpan.Zero : due < _step ? due : _step, parts.Time, woken.Token);
            var first = await Task.WhenAny(work, delay).ConfigureAwait(false);
            await woken.CancelAsync().ConfigureAwait(false);
            if (first != work)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await RenewAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return await work.ConfigureAwait(false);
    }

    private DateTimeOffset Due() => _until - (2 * _step);

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        // A claim renews; but after the lease has run out, or the outbox was started anew, it would take work that others have done since.
        var now = parts.Time.GetUtcNow();
        var until = now + parts.Options.UnderstandingLease;
        var renewed = now < _until
            ? await parts.Store.ClaimAsync(request with { Scope = Scope, Now = now, LeaseUntil = until }, cancellationToken).ConfigureAwait(false)
            : null;
        if (renewed is null || renewed.Rows.Any(row => row.Attempts == 0 && row.Sequence < claim.Rows[0].Sequence))
        {
            throw ScopeConflictException.ForLostLease(Scope, 0);
        }

        _until = until;
    }
}
