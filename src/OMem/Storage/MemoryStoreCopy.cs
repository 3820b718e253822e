using OMem.Interactions;
using OMem.Portability;

namespace OMem.Storage;

/// <summary>Copies whole stores, scope by scope: into an encrypted one, out of it, to another file or database.</summary>
/// <remarks>
/// Each scope is written in one transaction and then compared with its source, as a full export of both. Broken off, it is run again: scopes that are
/// there already are only compared. Everything goes along but lease, attempts and errors of the outbox: what waits to be understood is tried anew.
/// </remarks>
public static class MemoryStoreCopy
{
    private const int MostTries = 10;

    /// <summary>Copies every scope and every property of the store as a whole. Both stores are open.</summary>
    /// <exception cref="ScopeNotEmptyException">A scope of the target holds something else. Scopes before it were copied.</exception>
    /// <exception cref="ScopeConflictException">Others kept writing to a scope while it was copied. Scopes before it were copied.</exception>
    public static async Task<MemoryStoreCopyResult> RunAsync(
        IMemoryStore from, IMemoryStore to, IProgress<MemoryStoreCopyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var scopes = await from.ListScopesAsync(cancellationToken).ConfigureAwait(false);
        var (copied, known, interactions) = (0, 0, 0L);
        foreach (var (name, value) in await from.ReadPropertiesAsync(null, cancellationToken).ConfigureAwait(false))
        {
            await to.SetPropertyAsync(null, name, value, cancellationToken).ConfigureAwait(false);
        }

        foreach (var scope in scopes)
        {
            progress?.Report(new MemoryStoreCopyProgress(copied + known, scopes.Count));
            var isNew = await to.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false) is { LogSequence: 0, DerivedVersion: 0 };
            interactions += await CopyAsync(from, to, scope, isNew, cancellationToken).ConfigureAwait(false);
            _ = isNew ? copied++ : known++;
        }

        progress?.Report(new MemoryStoreCopyProgress(scopes.Count, scopes.Count));
        return new MemoryStoreCopyResult(copied, known, interactions);
    }

    private static async Task<long> CopyAsync(IMemoryStore from, IMemoryStore to, MemoryScope scope, bool isNew, CancellationToken cancellationToken)
    {
        await CopyUsageAsync(from, to, scope, cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in await from.ReadPropertiesAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            await to.SetPropertyAsync(scope, name, value, cancellationToken).ConfigureAwait(false);
        }

        if (isNew)
        {
            await to.RestoreAsync(scope, await ReadAsync(from, scope, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        var (summary, given) = await ScopeExport.WriteAsync(from, scope, Stream.Null, cancellationToken).ConfigureAwait(false);
        var (_, got) = await ScopeExport.WriteAsync(to, scope, Stream.Null, cancellationToken).ConfigureAwait(false);
        if (string.Equals(given, got, StringComparison.Ordinal))
        {
            return summary.Interactions;
        }

        var version = (await from.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false)).DerivedVersion;
        throw isNew ? new ScopeConflictException(scope, version, version) : new ScopeNotEmptyException(scope);
    }

    /// <summary>Sums are added to, so only what is missing is: a copy that was broken off does not count twice.</summary>
    private static async Task CopyUsageAsync(IMemoryStore from, IMemoryStore to, MemoryScope scope, CancellationToken cancellationToken)
    {
        var there = (await to.ReadUsageAsync(scope, cancellationToken).ConfigureAwait(false)).ToDictionary(static row => (row.Stage, row.Model));
        var missing = (await from.ReadUsageAsync(scope, cancellationToken).ConfigureAwait(false))
            .Select(row => there.GetValueOrDefault((row.Stage, row.Model)) is not { } known
                ? row
                : row with
                {
                    Calls = row.Calls - known.Calls,
                    FailedCalls = row.FailedCalls - known.FailedCalls,
                    PromptTokens = row.PromptTokens - known.PromptTokens,
                    CompletionTokens = row.CompletionTokens - known.CompletionTokens,
                })
            .Where(static row => row is not { Calls: 0, FailedCalls: 0, PromptTokens: 0, CompletionTokens: 0 })
            .ToList();
        await to.AddUsageAsync(scope, missing, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ScopeRestore> ReadAsync(IMemoryStore from, MemoryScope scope, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var head = await from.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
            var log = new List<LogRow>();
            await foreach (var row in from.ReadLogAsync(scope, 0, cancellationToken).ConfigureAwait(false))
            {
                log.Add(row);
            }

            var derived = await from.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false);
            var ledger = new List<LedgerEntry>();
            await foreach (var entry in from.ReadLedgerAsync(scope, new HistoryQuery(), cancellationToken).ConfigureAwait(false))
            {
                ledger.Add(entry);
            }

            var waiting = await from.ReadWaitingAsync(scope, cancellationToken).ConfigureAwait(false);
            var after = await from.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
            if (after == head)
            {
                return new ScopeRestore
                {
                    Log = [.. log.Select(static row => new AppendRow(row.Stored.Interaction, ContentHash.Of(row.Stored.Interaction), row.Stored.RecordedAt, row.Index))],
                    Positions = [.. log.Select(static row => row.Stored.Sequence)],
                    LogEnd = head.LogSequence,
                    Hidden = derived.Hidden,
                    Items = derived.Items,
                    Topics = derived.Topics,
                    Clusters = derived.Clusters,
                    Ledger = ledger,
                    Waiting = waiting,
                };
            }

            if (attempt == MostTries)
            {
                throw new ScopeConflictException(scope, head.DerivedVersion, after.DerivedVersion);
            }
        }
    }
}

/// <summary>How far a copy has come.</summary>
/// <param name="Done">Scopes done.</param>
/// <param name="Total">Scopes in all.</param>
public readonly record struct MemoryStoreCopyProgress(int Done, int Total);

/// <summary>What a copy did.</summary>
/// <param name="Copied">Scopes that were copied, and found equal afterwards.</param>
/// <param name="AlreadyThere">Scopes that were there already, and are equal.</param>
/// <param name="Interactions">Interactions of both.</param>
public sealed record MemoryStoreCopyResult(int Copied, int AlreadyThere, long Interactions);
