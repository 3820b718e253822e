using System.Runtime.CompilerServices;
using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Seals everything in words, and every vector, before a store gets it: AES-256-GCM under a key for each scope, which a master key wraps.</summary>
/// <remarks>
/// Thread-safe. Works over any store. Disposes of the store and the key ring, not of the provider of master keys.
/// What the store still sees: times, roles, kinds, flags, counts, confidence, names of models, lengths, and which identifiers of one scope are equal.
/// A value that was damaged or moved is a <see cref="MemoryStoreException"/> of <see cref="MemoryStoreFault.Corrupt"/>, never garbage;
/// a key that is missing is an <see cref="EncryptionException"/>.
/// </remarks>
public sealed partial class SealedMemoryStore : IMemoryStore
{
    private readonly IMemoryStore _inner;
    private readonly IMasterKeyProvider _masters;
    private readonly IDataKeyRing _ring;
    private readonly DataKeys _data;
    private readonly SemaphoreSlim _opening = new(1, 1);

    /// <summary>Creates a sealed store. Nothing is touched before <see cref="OpenAsync"/>.</summary>
    /// <param name="inner">The store that keeps what was sealed.</param>
    /// <param name="masters">Who wraps data keys.</param>
    /// <param name="ring">Where wrapped data keys are kept.</param>
    public SealedMemoryStore(IMemoryStore inner, IMasterKeyProvider masters, IDataKeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(masters);
        ArgumentNullException.ThrowIfNull(ring);
        _inner = inner;
        _masters = masters;
        _ring = ring;
        _data = new DataKeys(inner, masters, ring);
    }

    /// <summary>Whether a store, opened as it is, was sealed: it says so itself, in the clear.</summary>
    public static async Task<bool> IsSealedAsync(IMemoryStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return (await store.ReadPropertiesAsync(null, cancellationToken).ConfigureAwait(false)).ContainsKey(EncryptionMark.PropertyName);
    }

    /// <summary>Opens the store and proves that key, ring and store belong together; finishes erases that were broken off.</summary>
    /// <exception cref="EncryptionException">A key is missing or wrong, the ring is not the store's, or the store holds memory that is not encrypted.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be opened.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _inner.OpenAsync(cancellationToken).ConfigureAwait(false);
            if (!_data.IsOpen)
            {
                _data.Open(await SealedStoreOpening.RunAsync(_inner, _masters, _ring, cancellationToken).ConfigureAwait(false));
                await _data.FinishErasesAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<StoreDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
        await _inner.DescribeAsync(cancellationToken).ConfigureAwait(false)
            with { MasterKeyId = await _masters.GetCurrentKeyIdAsync(cancellationToken).ConfigureAwait(false) };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MemoryScope>> ListScopesAsync(CancellationToken cancellationToken = default)
    {
        var held = await _inner.ListScopesAsync(cancellationToken).ConfigureAwait(false);
        if (held.Count == 0)
        {
            return held;
        }

        var entries = (await _ring.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        var scopes = new List<MemoryScope>(held.Count);
        foreach (var scope in held)
        {
            if (await NameAsync(scope, entries.GetValueOrDefault(StoreKeys.RingNameOf(scope)), cancellationToken).ConfigureAwait(false) is { } name)
            {
                scopes.Add(name);
            }
        }

        return [.. scopes
            .OrderBy(static scope => scope.Tenant, StringComparer.Ordinal)
            .ThenBy(static scope => scope.User, StringComparer.Ordinal)
            .ThenBy(static scope => scope.Agent, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Task<ScopeHead> GetHeadAsync(MemoryScope scope, CancellationToken cancellationToken = default) => _inner.GetHeadAsync(Inner(scope), cancellationToken);

    /// <inheritdoc/>
    public Task<AppendResult> AppendAsync(MemoryScope scope, IReadOnlyList<AppendRow> batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Count == 0
            ? _inner.AppendAsync(Inner(scope), batch, cancellationToken)
            : WriteAsync(scope, (held, inner) => _inner.AppendAsync(inner, Seal(held, batch), cancellationToken), cancellationToken, batch);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LogRow> ReadLogAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default) =>
        StreamAsync(scope, _inner.ReadLogAsync(Inner(scope), afterSequence, cancellationToken), static (keys, row, names) => SealedInteractions.Open(keys, row, names), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IndexEntry> ReadIndexAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default) =>
        StreamAsync(scope, _inner.ReadIndexAsync(Inner(scope), afterSequence, cancellationToken), static (keys, row, names) => SealedInteractions.Open(keys, row, names), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredInteraction>> GetInteractionsAsync(
        MemoryScope scope, IReadOnlyCollection<long> sequences, CancellationToken cancellationToken = default)
    {
        var rows = await _inner.GetInteractionsAsync(Inner(scope), sequences, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return rows;
        }

        using var reading = Reading(scope);
        return await reading.OpenAsync(
            rows, static (keys, rows, names) => rows.Select(row => SealedInteractions.Open(keys, row, names)).ToList(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task ReplaceIndexAsync(MemoryScope scope, IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            await _inner.ReplaceIndexAsync(Inner(scope), rows, cancellationToken).ConfigureAwait(false);
            return;
        }

        // What a search needs holds speaker and session too, so it is sealed anew as a whole.
        var log = (await GetInteractionsAsync(scope, [.. rows.Select(static row => row.Sequence)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static stored => stored.Sequence);
        if (rows.FirstOrDefault(row => !log.ContainsKey(row.Sequence)) is { } unknown)
        {
            throw new ArgumentException($"Position {unknown.Sequence} is not in the log of the scope.", nameof(rows));
        }

        await WriteAsync(
            scope,
            (held, inner) => DoneAsync(_inner.ReplaceIndexAsync(inner, [.. rows.Select(row => Seal(held.Keys, row, log[row.Sequence]))], cancellationToken)),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<OutboxClaim?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var claim = await _inner.ClaimAsync(request with { Scope = request.Scope is null ? null : Inner(request.Scope) }, cancellationToken).ConfigureAwait(false);
        if (claim is null)
        {
            return null;
        }

        var scope = request.Scope ?? await NameAsync(claim.Scope, entry: null, cancellationToken).ConfigureAwait(false);
        return scope is null ? null : claim with { Scope = scope };
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(MemoryScope scope, string owner, CancellationToken cancellationToken = default) => _inner.ReleaseAsync(Inner(scope), owner, cancellationToken);

    /// <inheritdoc/>
    public Task FailAsync(MemoryScope scope, string owner, IReadOnlyList<OutboxAttempt> attempts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        return WriteAsync(
            scope,
            (held, inner) => DoneAsync(_inner.FailAsync(inner, owner, [.. attempts.Select(attempt => SealedOutbox.Seal(held.Keys, held.RingName, attempt))], cancellationToken)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<OutboxStatus> GetOutboxStatusAsync(MemoryScope? scope, CancellationToken cancellationToken = default)
    {
        var status = await _inner.GetOutboxStatusAsync(scope is null ? null : Inner(scope), cancellationToken).ConfigureAwait(false);
        if (status.Failures.Count == 0)
        {
            return status;
        }

        var failures = new List<OutboxFailure>(status.Failures.Count);
        foreach (var failure in status.Failures)
        {
            failures.Add(await OpenFailureAsync(failure, scope, cancellationToken).ConfigureAwait(false));
        }

        return status with { Failures = failures };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> ReadWaitingAsync(MemoryScope scope, CancellationToken cancellationToken = default) => _inner.ReadWaitingAsync(Inner(scope), cancellationToken);

    /// <inheritdoc/>
    public Task<ScopeHead> RestoreAsync(MemoryScope scope, ScopeRestore restore, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(restore);
        return WriteAsync(scope, (held, inner) => _inner.RestoreAsync(inner, Seal(held, restore), cancellationToken), cancellationToken, restore.Log);
    }

    /// <inheritdoc/>
    public async Task<DerivedMemory> ReadDerivedAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var memory = await _inner.ReadDerivedAsync(Inner(scope), cancellationToken).ConfigureAwait(false);
        if (memory is { Items.Count: 0, Topics.Count: 0, Clusters.Count: 0 })
        {
            return memory;
        }

        using var reading = Reading(scope);
        return await reading.OpenAsync(memory, static (keys, memory, _) => SealedDerived.Open(keys, memory), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<long> CommitAsync(MemoryScope scope, DerivedCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return WriteAsync(scope, (held, inner) => _inner.CommitAsync(inner, SealedDerived.Seal(held.Keys, commit), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> ResetDerivedAsync(MemoryScope scope, LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return WriteAsync(scope, (held, inner) => _inner.ResetDerivedAsync(inner, SealedLedger.Seal(held.Keys, entry), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(
        MemoryScope scope, HistoryQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var wanted = query;
        if (query is { ItemId: not null } or { Subject: not null })
        {
            using var keys = await _data.FindAsync(CheckScope(scope), cancellationToken).ConfigureAwait(false);
            wanted = keys is null ? query : SealedLedger.Seal(keys, query);
        }

        await foreach (var entry in StreamAsync(
            scope, _inner.ReadLedgerAsync(Inner(scope), wanted, cancellationToken), static (keys, entry, names) => SealedLedger.Open(keys, entry, names), cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<long> CountLedgerAsync(MemoryScope scope, CancellationToken cancellationToken = default) => _inner.CountLedgerAsync(Inner(scope), cancellationToken);

    /// <inheritdoc/>
    public Task<int> RetryParkedAsync(MemoryScope? scope, CancellationToken cancellationToken = default) =>
        _inner.RetryParkedAsync(scope is null ? null : Inner(scope), cancellationToken);

    /// <summary>Erases interactions, or a whole scope: then its data key is destroyed first, and with it every copy of what the store held.</summary>
    /// <exception cref="ScopeConflictException">The version or the epoch has changed hands; nothing was erased.</exception>
    public Task<ScopeErased> EraseAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(erase);
        cancellationToken.ThrowIfCancellationRequested();
        return erase switch
        {
            { Sequences: null } => _data.EraseAsync(CheckScope(scope), erase, cancellationToken),

            // Nothing to seal: a scope that is gone must not get a key, and a name in the ring, again.
            { Commit: null, Ledger.Count: 0 } => EraseRowsAsync(scope, erase, cancellationToken),
            _ => WriteAsync(scope, (held, inner) => _inner.EraseAsync(inner, Seal(held, erase), cancellationToken), cancellationToken),
        };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> ReadPropertiesAsync(MemoryScope? scope, CancellationToken cancellationToken = default)
    {
        var properties = await _inner.ReadPropertiesAsync(scope is null ? null : Inner(scope), cancellationToken).ConfigureAwait(false);
        if (scope is null)
        {
            return SealedProperties.Open(_data.Store, properties);
        }

        if (properties.Count == 0)
        {
            return properties;
        }

        using var reading = Reading(scope);
        return await reading.OpenAsync(properties, static (keys, properties, _) => SealedProperties.Open(keys, properties), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name is kept for the seal itself.</exception>
    public Task SetPropertyAsync(MemoryScope? scope, string name, string? value, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (scope is null)
        {
            return name is EncryptionMark.PropertyName
                ? throw new ArgumentException($"The property '{name}' is kept for the seal itself.", nameof(name))
                : _inner.SetPropertyAsync(null, name, value is null ? null : _data.Store.SealProperty(name, value), cancellationToken);
        }

        return value is null
            ? _inner.SetPropertyAsync(Inner(scope), name, null, cancellationToken)
            : WriteAsync(
                scope,
                (held, inner) => DoneAsync(_inner.SetPropertyAsync(inner, name, SealedProperties.Seal(held.Keys, name, value), cancellationToken)),
                cancellationToken);
    }

    /// <inheritdoc/>
    public Task AddUsageAsync(MemoryScope scope, IReadOnlyList<StageUsage> usage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return usage.Count == 0
            ? _inner.AddUsageAsync(Inner(scope), usage, cancellationToken)
            : WriteAsync(scope, (_, inner) => DoneAsync(_inner.AddUsageAsync(inner, usage, cancellationToken)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StageUsage>> ReadUsageAsync(MemoryScope scope, CancellationToken cancellationToken = default) => _inner.ReadUsageAsync(Inner(scope), cancellationToken);

    /// <summary>Closes store and ring, and overwrites the keys.</summary>
    public async ValueTask DisposeAsync()
    {
        await _inner.DisposeAsync().ConfigureAwait(false);
        await _ring.DisposeAsync().ConfigureAwait(false);
        _data.Dispose();
    }
}
