using System.Globalization;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Keys;

/// <summary>The file of a key ring: making it, and opening connections to it.</summary>
/// <remarks>
/// A rollback journal, not a write-ahead log: a log would keep a destroyed key until it is next written over. secure_delete overwrites what is deleted,
/// synchronous EXTRA makes the end of the journal durable too, so that no crash brings a destroyed key back.
/// </remarks>
internal sealed class KeyRingFile(string path, TimeSpan busyTimeout)
{
    /// <summary>"OMek" in ASCII.</summary>
    private const int ApplicationId = 1330472299;

    private const int Version = 1;

    private const string Layout = """
        CREATE TABLE data_key (
            name TEXT PRIMARY KEY,
            key_id TEXT NOT NULL,
            master_key_id TEXT, -- null once the key is destroyed
            wrapped BLOB, -- null once the key is destroyed
            label BLOB NOT NULL) WITHOUT ROWID;
        PRAGMA application_id = 1330472299;
        PRAGMA user_version = 1;
        """;

    public string Path => path;

    /// <summary>Whether it was laid out; a file that is being made is empty up to its first commit.</summary>
    public bool Exists => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>A connection to the file, which has to be there.</summary>
    /// <exception cref="MemoryStoreException">It cannot be opened, or is no key ring.</exception>
    public SqliteSession Open()
    {
        var session = SqliteSession.Open(path);
        try
        {
            SetBusyTimeout(session);
            session.Execute("PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
            Check(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Makes the file, readable by its owner only. Another process may do the same at the same time.</summary>
    public void Create()
    {
        MakeEmpty();
        using var session = Open();
        session.Execute("BEGIN IMMEDIATE");
        if (session.Scalar("PRAGMA user_version") == 0)
        {
            session.Execute(Layout);
        }

        session.Execute("COMMIT");
    }

    private void MakeEmpty()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? ".");
            using var made = new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            // It is there already; a handle of ours on it would, when closed, drop the locks of other connections.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MemoryStoreException(
                MemoryStoreFault.ReadOnly, $"The key ring '{path}' cannot be made ({fault.Message}); give a path this user may write to.", fault);
        }
    }

    private void SetBusyTimeout(SqliteSession session) =>
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}"));

    private void Check(SqliteSession session)
    {
        // One transaction: another process may be laying it out.
        session.Execute("BEGIN");
        var (application, version) = (session.Scalar("PRAGMA application_id"), session.Scalar("PRAGMA user_version"));
        var isEmpty = session.Scalar("SELECT count(*) FROM sqlite_schema") == 0;
        session.Execute("COMMIT");
        if (application != ApplicationId && !isEmpty)
        {
            throw new MemoryStoreException(MemoryStoreFault.NotAStore, $"The key ring '{path}': the file is a SQLite database of another program; OMem leaves it untouched.");
        }

        if (version > Version)
        {
            throw new MemoryStoreException(
                MemoryStoreFault.NewerSchema, $"The key ring '{path}': its layout has version {version}, this program knows {Version}; use the newer program that wrote it.");
        }
    }
}
