using System.Security.Cryptography;
using OMem.Interactions;
using OMem.Storage;

namespace OMem.Understanding;

/// <summary>One worker among others, in this process or elsewhere: it leases under a name of its own and has one batch at a time.</summary>
internal sealed class OutboxLane(EngineParts parts, HotScopes scopes)
{
    private const int CallsPerSlot = 16;

    private readonly string _owner = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Leases the next batch; null when nothing is due, or somebody else has it.</summary>
    /// <param name="scope">Only this scope; null for any.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<LeasedWork?> ClaimAsync(MemoryScope? scope, CancellationToken cancellationToken)
    {
        var now = parts.Time.GetUtcNow();
        var request = new ClaimRequest(scope, _owner, MostRows(), now, now + parts.Options.UnderstandingLease);
        var claim = await parts.Store.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
        return claim is null ? null : new LeasedWork(new OutboxBatch(parts, _owner), scopes.Get(claim.Scope), claim, new ScopeLease(parts, claim, request));
    }

    /// <summary>With a model a batch holds enough calls to keep the allowed number under way while results are committed, and its end is a small part of it.</summary>
    private int MostRows() => parts.Reader is IModelReader
        ? Math.Max(parts.Options.UnderstandingBatchSize, parts.Options.Models.MessagesPerCall * parts.Options.Models.MaxParallelCalls * CallsPerSlot)
        : parts.Options.UnderstandingBatchSize;
}

/// <summary>A batch that is leased and has to be run.</summary>
internal sealed record LeasedWork(OutboxBatch Batch, ScopeState State, OutboxClaim Claim, ScopeLease Lease)
{
    /// <summary>Runs it; its lease is over afterwards.</summary>
    /// <param name="committed">Told how many rows each commit has finished.</param>
    /// <param name="cancellationToken">Ends the work; what was committed stays.</param>
    public Task RunAsync(Action<int> committed, CancellationToken cancellationToken) =>
        Batch.UnderstandAsync(State, Claim, Lease, committed, cancellationToken);
}
