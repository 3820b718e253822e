using OMem.Encryption;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Keys;

/// <summary>A key ring in a small SQLite file of its own, beside the store: <c>memory.omem.keys</c>.</summary>
/// <remarks>
/// Thread-safe, and safe for any number of processes on one machine. The file is made with the first key. A hold is a read lock on the file, which
/// lasts as long as a write to the store; destroying a key waits for them. Whoever copies the file keeps alive every key that is in it.
/// </remarks>
public sealed class SqliteDataKeyRing : IDataKeyRing
{
    /// <summary>What is added to the path of a store for the path of its ring.</summary>
    public const string FileSuffix = ".keys";

    private const int MaxIdle = 4;

    private readonly KeyRingFile _file;
    private readonly Lock _lock = new();
    private readonly Stack<SqliteSession> _idle = new();
    private bool _disposed;

    /// <summary>Creates a ring. No file is touched before it is used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="busyTimeout">How long a change waits for other processes; null for <see cref="SqliteMemoryStoreOptions.DefaultBusyTimeout"/>.</param>
    public SqliteDataKeyRing(string path, TimeSpan? busyTimeout = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _file = new KeyRingFile(Path.GetFullPath(path), busyTimeout ?? SqliteMemoryStoreOptions.DefaultBusyTimeout);
    }

    /// <inheritdoc/>
    public string Location => _file.Path;

    /// <inheritdoc/>
    public Task<DataKeyEntry?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        RunAsync(session => session is null ? null : KeyRingTable.Find(session, name), create: false, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DataKeyEntry>> ListAsync(CancellationToken cancellationToken = default) =>
        RunAsync(static session => session is null ? [] : KeyRingTable.List(session), create: false, cancellationToken);

    /// <inheritdoc/>
    public Task<DataKeyEntry> AddAsync(DataKeyEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return RunAsync(
            session =>
            {
                var known = KeyRingTable.Find(session!, entry.Name);
                if (known is null)
                {
                    KeyRingTable.Add(session!, entry);
                }

                return known ?? entry;
            },
            create: true,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IDataKeyHold> HoldAsync(string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_file.Exists)
        {
            return Task.FromResult<IDataKeyHold>(new Hold(this, null, null));
        }

        var session = Rent();
        try
        {
            session.Prepare("BEGIN").Run();
            return Task.FromResult<IDataKeyHold>(new Hold(this, session, KeyRingTable.Find(session, name)));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task DestroyAsync(string name, CancellationToken cancellationToken = default) => ChangeAsync(session => KeyRingTable.Destroy(session, name), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveDestroyedAsync(string name, string keyId, CancellationToken cancellationToken = default) =>
        ChangeAsync(session => KeyRingTable.RemoveDestroyed(session, name, keyId), cancellationToken);

    /// <inheritdoc/>
    public Task RewrapAsync(IReadOnlyList<DataKeyEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return ChangeAsync(
            session =>
            {
                foreach (var entry in entries)
                {
                    KeyRingTable.Rewrap(session, entry);
                }
            },
            cancellationToken);
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _disposed = true;
            while (_idle.TryPop(out var session))
            {
                session.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    private Task ChangeAsync(Action<SqliteSession> change, CancellationToken cancellationToken) => _file.Exists
        ? RunAsync(
            session =>
            {
                change(session!);
                return true;
            },
            create: true,
            cancellationToken)
        : Task.CompletedTask;

    /// <summary>Runs in one transaction, with the write lock when the file may be made. Waiting for other processes is SQLite's own, so it is taken off the caller's thread.</summary>
    private Task<T> RunAsync<T>(Func<SqliteSession?, T> work, bool create, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            if (!_file.Exists)
            {
                if (!create)
                {
                    return work(null);
                }

                _file.Create();
            }

            var session = Rent();
            try
            {
                session.Prepare(create ? "BEGIN IMMEDIATE" : "BEGIN").Run();
                var result = work(session);
                session.Prepare("COMMIT").Run();
                Return(session);
                return result;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        },
        cancellationToken);

    private SqliteSession Rent()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryPop(out var session))
            {
                return session;
            }
        }

        return _file.Open();
    }

    private void Return(SqliteSession session)
    {
        lock (_lock)
        {
            if (!_disposed && _idle.Count < MaxIdle)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }

    private sealed class Hold(SqliteDataKeyRing ring, SqliteSession? session, DataKeyEntry? entry) : IDataKeyHold
    {
        private SqliteSession? _session = session;

        public DataKeyEntry? Entry => entry;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _session, null) is { } held)
            {
                held.Rollback();
                ring.Return(held);
            }

            return ValueTask.CompletedTask;
        }
    }
}
