using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OMem.Sqlite.Access;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private SqliteSession(string path, SqliteConnection connection)
    {
        Path = path;
        _connection = connection;
        Database = connection.Handle!;
    }

    public string Path { get; }

    public sqlite3 Database { get; }

    /// <summary>The text of every statement prepared so far.</summary>
    public IEnumerable<string> PreparedTexts => _statements.Keys;

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Database) == 0;

    /// <summary>The key of the row inserted last.</summary>
    public long LastRowId => raw.sqlite3_last_insert_rowid(Database);

    /// <summary>Opens the file, which need not exist.</summary>
    /// <exception cref="MemoryStoreException">It cannot be opened.</exception>
    public static SqliteSession Open(string path)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return new SqliteSession(path, connection);
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw SqliteFault.From(fault.SqliteExtendedErrorCode, fault.Message, path, fault);
        }
    }

    /// <summary>The statement for a text, prepared once. Texts are constants, so the cache stays small.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(this, sql);
            _statements.Add(sql, statement);
        }

        return statement.Begin();
    }

    /// <summary>Runs one or more statements that need no values.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(Database, sql));

    /// <summary>The first column of the first row of a statement that is run seldom.</summary>
    public long Scalar(string sql)
    {
        using var statement = new Statement(this, sql);
        return statement.Step() ? statement.Int64(0) : throw new InvalidOperationException($"'{sql}' gave no row.");
    }

    /// <summary>One column of every row of a statement that is run seldom, as text.</summary>
    public IReadOnlyList<string> Texts(string sql, int column = 0)
    {
        using var statement = new Statement(this, sql);
        var texts = new List<string>();
        while (statement.Step())
        {
            texts.Add(statement.Text(column));
        }

        return texts;
    }

    /// <summary>Whether closing the last connection moves the write-ahead log into the file. Off while it is not known whose file it is.</summary>
    public void CheckpointOnClose(bool isOn) =>
        Check(raw.sqlite3_db_config(Database, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isOn ? 0 : 1, out _));

    /// <summary>Begins a transaction with the write lock.</summary>
    /// <returns>False when another process holds the lock; on the last try that is an error.</returns>
    public bool TryBeginWrite(bool lastTry)
    {
        var code = Prepare("BEGIN IMMEDIATE").TryRun();
        if ((code & 0xFF) == raw.SQLITE_BUSY && !lastTry)
        {
            return false;
        }

        Check(code);
        return true;
    }

    /// <summary>Ends a transaction without its changes, if one is open.</summary>
    public void Rollback()
    {
        if (InTransaction)
        {
            ResetAll();
            Execute("ROLLBACK");
        }
    }

    /// <summary>Moves the write-ahead log into the file and cuts it to nothing.</summary>
    /// <returns>False when others read from it or write.</returns>
    public bool TryTruncateLog()
    {
        var code = raw.sqlite3_wal_checkpoint_v2(Database, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
        if ((code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }

        Check(code);
        return true;
    }

    /// <summary>Lets go of values and pages that are kept for speed alone.</summary>
    public void Forget()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Forget();
        }

        Execute("PRAGMA shrink_memory");
    }

    /// <summary>Takes every statement off the row it stands on, so that it holds no lock.</summary>
    public void ResetAll()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Reset();
        }
    }

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }
    }

    public MemoryStoreException Fault(int code)
    {
        var extended = raw.sqlite3_extended_errcode(Database);
        return SqliteFault.From((extended & 0xFF) == (code & 0xFF) ? extended : code, raw.sqlite3_errmsg(Database).utf8_to_string(), Path, null);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _connection.Dispose();
    }
}
