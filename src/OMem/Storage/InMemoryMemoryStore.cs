using System.Runtime.CompilerServices;

namespace OMem.Storage;

/// <summary>A memory store that lives as long as the process: for tests and for what may be lost.</summary>
/// <remarks>Thread-safe; one lock, so calls wait for each other. Behaves like every other store, but keeps nothing on disk.</remarks>
public sealed class InMemoryMemoryStore : IMemoryStore
{
    private readonly Lock _lock = new();

    // In the order they were first written to: the order that breaks ties between scopes.
    private readonly OrderedDictionary<MemoryScope, InMemoryScope> _scopes = [];
    private readonly SortedDictionary<string, string> _properties = new(StringComparer.Ordinal);
    private long _erases;

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken = default) => Run(static () => true, cancellationToken);

    /// <inheritdoc/>
    public Task<StoreDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
        Run(static () => new StoreDescription("memory", "this process", 1, 0, "an acknowledged write is lost when the process ends"), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryScope>> ListScopesAsync(CancellationToken cancellationToken = default) => Run<IReadOnlyList<MemoryScope>>(
        () => [.. _scopes.Where(static pair => pair.Value.Log.Count > 0).Select(static pair => pair.Key)
            .OrderBy(static scope => scope.Tenant, StringComparer.Ordinal)
            .ThenBy(static scope => scope.User, StringComparer.Ordinal)
            .ThenBy(static scope => scope.Agent, StringComparer.Ordinal)],
        cancellationToken);

    /// <inheritdoc/>
    public Task<ScopeHead> GetHeadAsync(MemoryScope scope, CancellationToken cancellationToken = default) =>
        Run(() => Find(scope)?.Head ?? new ScopeHead(0, 0) { Epoch = _erases }, cancellationToken);

    /// <inheritdoc/>
    public Task<AppendResult> AppendAsync(MemoryScope scope, IReadOnlyList<AppendRow> batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Run(() => batch.Count == 0 ? new AppendResult([], Find(scope)?.LogEnd ?? 0) : FindOrAdd(scope).Append(batch), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LogRow> ReadLogAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default) =>
        Stream(() => Find(scope)?.After(afterSequence) ?? [], static entry => entry.Row, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IndexEntry> ReadIndexAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default) =>
        Stream(() => Find(scope)?.After(afterSequence) ?? [], static entry => entry.ToIndexEntry(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredInteraction>> GetInteractionsAsync(
        MemoryScope scope, IReadOnlyCollection<long> sequences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        return Run<IReadOnlyList<StoredInteraction>>(
            () => Find(scope) is { } state
                ? [.. new SortedSet<long>(sequences).Where(state.Log.ContainsKey).Select(sequence => state.Log[sequence].Row.Stored)]
                : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReplaceIndexAsync(MemoryScope scope, IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Run(() => (Find(scope) ?? new InMemoryScope(scope, _erases)).ReplaceIndex(rows), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OutboxClaim?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrEmpty(request.Owner) || request.MaxRows < 1)
        {
            throw new ArgumentException("A claim needs an owner and at least one row.", nameof(request));
        }

        return Run(() => WithWork(request)?.Outbox.Claim(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(MemoryScope scope, string owner, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return Run(() => Find(scope)?.Outbox.Release(owner) ?? false, cancellationToken);
    }

    /// <inheritdoc/>
    public Task FailAsync(MemoryScope scope, string owner, IReadOnlyList<OutboxAttempt> attempts, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentNullException.ThrowIfNull(attempts);
        return Run(() => (Find(scope) ?? new InMemoryScope(scope, _erases)).Fail(owner, attempts), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OutboxStatus> GetOutboxStatusAsync(MemoryScope? scope, CancellationToken cancellationToken = default) => Run(
        () => InMemoryOutbox.Status(scope is null ? _scopes.Values : Find(scope) is { } state ? [state] : []),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> ReadWaitingAsync(MemoryScope scope, CancellationToken cancellationToken = default) =>
        Run(() => Find(scope)?.Outbox.Waiting ?? [], cancellationToken);

    /// <inheritdoc/>
    public Task<ScopeHead> RestoreAsync(MemoryScope scope, ScopeRestore restore, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(restore);
        return Run(
            () =>
            {
                (Find(scope) ?? new InMemoryScope(scope, _erases)).CheckEmpty();
                var commit = ScopeRestore.ToCommit(restore);
                return FindOrAdd(scope).Restore(restore, commit);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DerivedMemory> ReadDerivedAsync(MemoryScope scope, CancellationToken cancellationToken = default) =>
        Run(() => Find(scope)?.Derived.Read() ?? new DerivedMemory(0, [], [], []), cancellationToken);

    /// <inheritdoc/>
    public Task<long> CommitAsync(MemoryScope scope, DerivedCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return Run(
            () =>
            {
                (Find(scope) ?? new InMemoryScope(scope, _erases)).CheckFence(commit);
                return FindOrAdd(scope).Commit(commit);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> ResetDerivedAsync(MemoryScope scope, LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Run(() => FindOrAdd(scope).Reset(entry), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(MemoryScope scope, HistoryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Stream(() => Find(scope)?.Ledger.Read(query) ?? [], static entry => entry, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> CountLedgerAsync(MemoryScope scope, CancellationToken cancellationToken = default) =>
        Run(() => Find(scope)?.Ledger.Count ?? 0L, cancellationToken);

    /// <inheritdoc/>
    public Task<int> RetryParkedAsync(MemoryScope? scope, CancellationToken cancellationToken = default) => Run(
        () => (scope is null ? _scopes.Values.ToList() : Find(scope) is { } state ? [state] : []).Sum(static state => state.Outbox.RetryParked()),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ScopeErased> EraseAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(erase);
        return Run(
            () =>
            {
                if (Find(scope) is not { } state)
                {
                    return new ScopeErased(0, 0, 0, 0, 0, IsClean: true, null);
                }

                if (erase.Sequences is { } sequences)
                {
                    if (erase.Commit is { } commit)
                    {
                        state.CheckFence(commit);
                    }

                    return state.Erase(sequences, erase, ++_erases);
                }

                _erases++;
                _scopes.Remove(scope);
                var derived = state.Derived.Read();
                return new ScopeErased(state.Log.Count, derived.Items.Count, derived.Topics.Count, derived.Clusters.Count, state.Ledger.Count, IsClean: true, null);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ReadPropertiesAsync(MemoryScope? scope, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyDictionary<string, string>>(
            () => new SortedDictionary<string, string>(scope is null ? _properties : Find(scope)?.Properties ?? [], StringComparer.Ordinal), cancellationToken);

    /// <inheritdoc/>
    public Task SetPropertyAsync(MemoryScope? scope, string name, string? value, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Run(
            () =>
            {
                var properties = scope is null ? _properties : FindOrAdd(scope).Properties;
                if (value is null)
                {
                    return properties.Remove(name);
                }

                properties[name] = value;
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task AddUsageAsync(MemoryScope scope, IReadOnlyList<StageUsage> usage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Run(() => usage.Count > 0 && FindOrAdd(scope).Usage.Add(usage), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StageUsage>> ReadUsageAsync(MemoryScope scope, CancellationToken cancellationToken = default) =>
        Run(() => Find(scope)?.Usage.Read() ?? [], cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private InMemoryScope? Find(MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return _scopes.GetValueOrDefault(scope);
    }

    private InMemoryScope FindOrAdd(MemoryScope scope)
    {
        if (Find(scope) is not { } state)
        {
            state = new InMemoryScope(scope, _erases);
            _scopes.Add(scope, state);
        }

        return state;
    }

    private InMemoryScope? WithWork(ClaimRequest request) => request.Scope is { } wanted
        ? Find(wanted) is { } state && state.Outbox.MayClaim(request) ? state : null
        : _scopes.Values.Where(state => state.Outbox.IsFree(request))
            .Select(state => (state, due: state.Outbox.FirstDue(request)))
            .Where(static candidate => candidate.due is not null)
            .OrderBy(static candidate => candidate.due!.Value.UtcTicks)
            .Select(static candidate => candidate.state)
            .FirstOrDefault();

    private Task<T> Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_lock)
            {
                return Task.FromResult(work());
            }
        }
        catch (Exception fault) when (fault is OMemException or ArgumentException)
        {
            return Task.FromException<T>(fault);
        }
    }

    /// <summary>Streams a copy taken at the start, so that no lock is held while the consumer works.</summary>
    private async IAsyncEnumerable<TOut> Stream<TIn, TOut>(
        Func<IReadOnlyList<TIn>> read, Func<TIn, TOut> shape, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await Run(read, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return shape(row);
        }
    }
}
