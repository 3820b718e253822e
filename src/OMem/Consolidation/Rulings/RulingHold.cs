using System.Security.Cryptography;
using OMem.Interactions;
using OMem.Storage;

namespace OMem.Consolidation.Rulings;

/// <summary>Keeps workers away from a scope once a decision was overtaken by them several times: who understands without pause would never let it be made.</summary>
internal sealed class RulingHold(EngineParts parts, MemoryScope scope) : IAsyncDisposable
{
    /// <summary>How often a decision may be overtaken before it takes the lease.</summary>
    private const int FreeAttempts = 3;

    private readonly string _owner = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private bool _isHeld;

    /// <summary>Takes the lease of the outbox, or renews it, where it is free. Where nothing waits there is none to take, and no worker either.</summary>
    public async Task BeforeAsync(int attempt, CancellationToken cancellationToken)
    {
        if (attempt > FreeAttempts)
        {
            var now = parts.Time.GetUtcNow();
            _isHeld |= await parts.Store.ClaimAsync(new ClaimRequest(scope, _owner, 1, now, now + parts.Options.UnderstandingLease), cancellationToken).ConfigureAwait(false) is not null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isHeld)
        {
            await parts.Store.ReleaseAsync(scope, _owner, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
