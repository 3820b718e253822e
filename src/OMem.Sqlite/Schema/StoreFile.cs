using System.Diagnostics;
using System.Globalization;
using OMem.Sqlite.Access;
using SQLitePCL;

namespace OMem.Sqlite.Schema;

/// <summary>The file of a store: creating it, and opening connections to it.</summary>
internal sealed class StoreFile(SqliteMemoryStoreOptions options)
{
    private const long LargestInMemory = 256L << 20;

    private static readonly TimeSpan CleanerTimeout = TimeSpan.FromMilliseconds(100);

    public string Path => options.Path;

    /// <summary>Creates the file where it is missing, refuses what is not ours, and migrates it.</summary>
    /// <exception cref="MemoryStoreException">It cannot be a store; says why and what to do.</exception>
    public void Prepare(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        PreparePlace();
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                PrepareDatabase(migrations);
                return;
            }
            catch (MemoryStoreException busy) when (busy.Fault is MemoryStoreFault.Busy && Stopwatch.GetElapsedTime(start) < options.BusyTimeout)
            {
                // Changing to the write-ahead log is refused at once, without the busy handler, while another process does the same.
                cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(5));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>A connection for reading.</summary>
    public SqliteSession OpenReader()
    {
        var session = Tuned();
        session.Execute("PRAGMA query_only = ON");
        return session;
    }

    /// <summary>A connection for writing. A busy database is answered at once: the writer waits in its own way.</summary>
    public SqliteSession OpenWriter()
    {
        var session = Tuned();
        SetBusyTimeout(session, TimeSpan.Zero);

        // Ids come in any order, so appends touch the whole index of ids; readers scan, or want a few rows, and keep SQLite's 2 MB.
        session.Execute("PRAGMA cache_size = -16384");
        return session;
    }

    /// <summary>A connection for cleaning up after an erase. It waits only shortly for others: its user goes on trying.</summary>
    public SqliteSession OpenCleaner()
    {
        var session = Tuned();
        SetBusyTimeout(session, CleanerTimeout);

        // A large file is written anew by way of a temporary file, a small one in memory.
        session.Execute("PRAGMA cache_size = -16384");
        session.Execute(Bytes() > LargestInMemory ? "PRAGMA temp_store = FILE" : "PRAGMA temp_store = MEMORY");
        return session;
    }

    /// <summary>Bytes on disk, the write-ahead log included.</summary>
    public long Bytes() => new[] { Path, Path + "-wal" }
        .Select(file => new FileInfo(file))
        .Sum(file => file.Exists ? file.Length : 0);

    private void PrepareDatabase(IReadOnlyList<Migration> migrations)
    {
        using var session = SqliteSession.Open(Path);
        SetBusyTimeout(session, options.BusyTimeout);

        // Looked at through SQLite only: any other handle of this process on the file would, when closed, drop the locks of all its connections.
        session.CheckpointOnClose(false);
        Migrator.RefuseForeign(session);
        session.CheckpointOnClose(true);
        Migrator.RefuseNewer(session, migrations);
        if (raw.sqlite3_db_readonly(session.Database, "main") == 1)
        {
            throw SqliteFault.From(raw.SQLITE_READONLY, "the file was opened read-only", Path, null);
        }

        // Only now, when the file is known to be ours or empty, may it be touched.
        UseWriteAheadLog(session);
        Tune(session);
        Migrator.Migrate(session, migrations);
    }

    private static void SetBusyTimeout(SqliteSession session, TimeSpan timeout) =>
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)timeout.TotalMilliseconds}"));

    private SqliteSession Tuned()
    {
        var session = SqliteSession.Open(Path);
        try
        {
            // Another process may be recovering the write-ahead log of one that was killed.
            SetBusyTimeout(session, options.BusyTimeout);
            Tune(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Tune(SqliteSession session)
    {
        // secure_delete: what is deleted is overwritten, not only forgotten. trusted_schema, cell_size_check: a crafted or damaged
        // file meets an error, not our process. journal_size_limit: a large import does not leave its log behind for ever.
        session.Execute(
            "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; "
            + "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864");
        session.Execute(options.Durability is SqliteDurability.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        if (options.MaxPageCount is { } pages)
        {
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
        }
    }

    private void UseWriteAheadLog(SqliteSession session)
    {
        var mode = session.Texts("PRAGMA journal_mode = WAL");
        if (mode is not ["wal"])
        {
            throw new MemoryStoreException(
                MemoryStoreFault.Other,
                $"The store '{Path}': its file system does not support SQLite's write-ahead log (journal mode stays '{string.Join(',', mode)}'); "
                + "use a local disk.");
        }
    }

    private void PreparePlace()
    {
        if (Directory.Exists(Path))
        {
            throw new MemoryStoreException(
                MemoryStoreFault.NotAStore, $"The store '{Path}': this is a folder; give the path of a file, for example '{System.IO.Path.Combine(Path, "memory.omem")}'.");
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path) ?? ".");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MemoryStoreException(
                MemoryStoreFault.ReadOnly,
                $"The store '{Path}': its folder cannot be created ({fault.Message}); give a path this user may write to.",
                fault);
        }
    }
}
