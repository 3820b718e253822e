using System.Text;
using OMem.Sqlite.Access;
using OMem.Sqlite.Derived;
using OMem.Sqlite.Erasing;
using OMem.Sqlite.Ledger;
using OMem.Sqlite.Log;
using OMem.Sqlite.Outbox;
using OMem.Sqlite.Schema;
using OMem.Sqlite.Usage;
using OMem.Sqlite.Writing;
using OMem.Storage;

namespace OMem.Sqlite;

/// <summary>A memory store in one SQLite file: durable, and safe for any number of processes on one machine.</summary>
/// <remarks>
/// Thread-safe; one instance for a process and file. Write-ahead log, one writer for each process, readers that never wait for it.
/// Writes that wait at the same time share one file sync. With <see cref="SqliteDurability.Full"/> an acknowledged write survives a
/// loss of power; when a call fails or is cancelled, nothing of it was stored.
/// </remarks>
public sealed class SqliteMemoryStore : IMemoryStore
{
    private readonly SqliteMemoryStoreOptions _options;
    private readonly StoreFile _file;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile OpenStore? _open;
    private bool _disposed;

    /// <summary>Creates a store. No file is touched before <see cref="OpenAsync"/>.</summary>
    /// <exception cref="ArgumentException">The options are not valid; the message names every fault.</exception>
    public SqliteMemoryStore(SqliteMemoryStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = SqliteMemoryStoreOptions.Validated(options);
        _file = new StoreFile(_options);
    }

    private OpenStore Opened => _open ?? throw (_disposed
        ? new ObjectDisposedException(nameof(SqliteMemoryStore))
        : new InvalidOperationException("The store is not open: await OpenAsync first."));

    /// <summary>How often this store has written its files anew after an erase.</summary>
    internal int Rewrites => Opened.Cleaner.Rewrites;

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_open is null)
            {
                await Task.Run(() => _file.Prepare(Migrations.All, cancellationToken), cancellationToken).ConfigureAwait(false);
                var (readers, writer) = (new ReaderPool(_file.OpenReader), new WriteQueue(_file.OpenWriter, _options.BusyTimeout));
                _open = new OpenStore(readers, writer, new StoreCleaner(_file, writer, readers, _options.BusyTimeout));
                await _open.Cleaner.FinishAtOpeningAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <inheritdoc/>
    public Task<StoreDescription> DescribeAsync(CancellationToken cancellationToken = default) => ReadAsync(
        _file,
        (session, file) => new StoreDescription(
            "sqlite", file.Path, (int)session.Scalar("PRAGMA user_version"), file.Bytes(), Promise(_options.Durability))
        {
            IsUnclean = ErasureMark.Read(session).IsUnclean,
        },
        cancellationToken);

    /// <summary>Reads the whole file and looks for damage.</summary>
    /// <returns>What is wrong, in words; empty when the file is sound.</returns>
    public Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => Opened.Readers.Read(0, static (session, _) => IntegrityCheck.Run(session)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemoryScope>> ListScopesAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(0, static (session, _) => ScopeTable.List(session), cancellationToken);

    /// <inheritdoc/>
    public Task<ScopeHead> GetHeadAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ReadAsync(scope, static (session, scope) => ScopeTable.Head(session, scope), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<AppendResult> AppendAsync(MemoryScope scope, IReadOnlyList<AppendRow> batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Count == 0
            ? new AppendResult([], (await GetHeadAsync(scope, cancellationToken).ConfigureAwait(false)).LogSequence)
            : await Opened.Writer.RunAsync((session, token) => LogWriter.Append(session, scope, batch, token), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LogRow> ReadLogAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ChunkedRead.StreamAsync<LogRow>(
            Opened.Readers, scope, static row => row.LogSequence, afterSequence, limit: null, static (session, chunk, _) => LogReader.ReadRows(session, chunk), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IndexEntry> ReadIndexAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ChunkedRead.StreamAsync<IndexEntry>(
            Opened.Readers, scope, static row => row.LogSequence, afterSequence, limit: null, static (session, chunk, _) => LogReader.ReadIndex(session, chunk), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredInteraction>> GetInteractionsAsync(
        MemoryScope scope, IReadOnlyCollection<long> sequences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(sequences);
        return ReadConsistentAsync((scope, sequences), static (session, wanted) => LogReader.Get(session, wanted.scope, wanted.sequences), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReplaceIndexAsync(MemoryScope scope, IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(rows);
        return WriteAsync((session, token) => LogWriter.ReplaceIndex(session, scope, rows, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<OutboxClaim?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrEmpty(request.Owner) || request.MaxRows < 1)
        {
            throw new ArgumentException("A claim needs an owner and at least one row.", nameof(request));
        }

        return await ReadConsistentAsync(request, static (session, wish) => OutboxClaims.IsAnyDue(session, wish), cancellationToken).ConfigureAwait(false)
            ? await WriteAsync((session, _) => OutboxClaims.Claim(session, request), cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(MemoryScope scope, string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return WriteAsync((session, _) => OutboxClaims.Release(session, scope, owner), cancellationToken);
    }

    /// <inheritdoc/>
    public Task FailAsync(MemoryScope scope, string owner, IReadOnlyList<OutboxAttempt> attempts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentNullException.ThrowIfNull(attempts);
        return WriteAsync((session, _) => OutboxAttempts.Fail(session, scope, owner, attempts), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OutboxStatus> GetOutboxStatusAsync(MemoryScope? scope, CancellationToken cancellationToken = default) =>
        ReadConsistentAsync(scope, static (session, scope) => OutboxStatusReader.Read(session, scope), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> ReadWaitingAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ReadConsistentAsync(scope, static (session, scope) => OutboxStatusReader.Waiting(session, scope), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ScopeHead> RestoreAsync(MemoryScope scope, ScopeRestore restore, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(restore);
        return WriteAsync((session, token) => ScopeRestorer.Restore(session, scope, restore, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DerivedMemory> ReadDerivedAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ReadConsistentAsync(scope, static (session, scope) => DerivedReader.Read(session, scope), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> CommitAsync(MemoryScope scope, DerivedCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(commit);
        return WriteAsync((session, token) => DerivedWriter.Commit(session, scope, commit, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> ResetDerivedAsync(MemoryScope scope, LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(entry);
        return WriteAsync((session, _) => DerivedWriter.Reset(session, scope, entry), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(MemoryScope scope, HistoryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(query);
        return ChunkedRead.StreamAsync<LedgerEntry>(
            Opened.Readers, scope, static row => row.LedgerSequence, query.After, query.Limit,
            (session, chunk, most) => LedgerReader.Read(session, chunk, query, most), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> CountLedgerAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ReadAsync(scope, static (session, scope) => ScopeTable.Find(session, scope) is { } known ? known.LedgerSequence : 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RetryParkedAsync(MemoryScope? scope, CancellationToken cancellationToken = default) =>
        WriteAsync((session, _) => OutboxAttempts.RetryParked(session, scope), cancellationToken);

    /// <inheritdoc/>
    public Task<ScopeErased> EraseAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(erase);
        return EraseCoreAsync(scope, erase, cancellationToken);
    }

    /// <summary>Searches the file, its write-ahead log and its shared memory for texts that should not be there any more.</summary>
    /// <param name="texts">What to look for. Pieces of less than 6 bytes are passed over, and so is what is part of something that is stored.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ErasedSearch> SearchFilesAsync(IEnumerable<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var fragments = new FragmentSet();
        foreach (var text in texts)
        {
            fragments.AddText(Encoding.UTF8.GetBytes(text));
        }

        return await Opened.Cleaner.SearchAsync(fragments, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ReadPropertiesAsync(MemoryScope? scope, CancellationToken cancellationToken = default) =>
        ReadConsistentAsync(scope, static (session, scope) => PropertyTable.Read(session, scope), cancellationToken);

    /// <inheritdoc/>
    public Task SetPropertyAsync(MemoryScope? scope, string name, string? value, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return WriteAsync((session, _) => PropertyTable.Set(session, scope, name, value), cancellationToken);
    }

    /// <inheritdoc/>
    public Task AddUsageAsync(MemoryScope scope, IReadOnlyList<StageUsage> usage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(usage);
        return usage.Count == 0 ? Task.CompletedTask : WriteAsync((session, _) => UsageTable.Add(session, scope, usage), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StageUsage>> ReadUsageAsync(MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ReadConsistentAsync(scope, static (session, scope) => UsageTable.Read(session, scope), cancellationToken);
    }

    /// <summary>Finishes the writes that were accepted and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            _disposed = true;
            if (Interlocked.Exchange(ref _open, null) is { } open)
            {
                await open.Cleaner.DisposeAsync().ConfigureAwait(false);
                await open.Writer.DisposeAsync().ConfigureAwait(false);
                open.Readers.Dispose();
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    private static string Promise(SqliteDurability durability) => durability is SqliteDurability.Full
        ? "an acknowledged write survives a loss of power"
        : "an acknowledged write survives the end of the process; a loss of power may take the last ones";

    private Task<T> WriteAsync<T>(Func<SqliteSession, CancellationToken, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return Opened.Writer.RunAsync(work, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidOperationException)
        {
            return Task.FromException<T>(fault);
        }
    }

    private Task<T> ReadAsync<TState, T>(TState state, Func<SqliteSession, TState, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(Opened.Readers.Read(state, read));
        }
#pragma warning disable CA1031 // Becomes the fault of the task, as in an async method; SQLite reads are synchronous.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(fault);
        }
    }

    private Task<T> ReadConsistentAsync<TState, T>(TState state, Func<SqliteSession, TState, T> read, CancellationToken cancellationToken) =>
        ReadAsync((state, read), static (session, work) => ReaderPool.Consistent(session, work.state, work.read), cancellationToken);

    private async Task<ScopeErased> EraseCoreAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken) =>
        await Opened.Cleaner.EraseAsync(scope, erase, cancellationToken).ConfigureAwait(false);

    private sealed record OpenStore(ReaderPool Readers, WriteQueue Writer, StoreCleaner Cleaner);
}
