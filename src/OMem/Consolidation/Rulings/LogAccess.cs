using OMem.Forgetting;
using OMem.Storage;

namespace OMem.Consolidation.Rulings;

/// <summary>The log behind a memory that is decided about, read when a decision needs it.</summary>
internal sealed class LogAccess(IMemoryStore store, MemoryScope scope, IReadOnlySet<long> hidden)
{
    /// <summary>Every interaction.</summary>
    public Task<ScopeLog> ReadAsync(CancellationToken cancellationToken) => ScopeLog.ReadAsync(store, scope, hidden, cancellationToken);

    /// <summary>Log positions that are not understood yet.</summary>
    public async Task<HashSet<long>> ReadWaitingAsync(CancellationToken cancellationToken) =>
        (await store.ReadWaitingAsync(scope, cancellationToken).ConfigureAwait(false)).ToHashSet();
}
