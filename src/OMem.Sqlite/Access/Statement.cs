using System.Buffers;
using System.Text;
using SQLitePCL;

namespace OMem.Sqlite.Access;

/// <summary>One prepared statement. Values are bound and read in the order of their columns.</summary>
/// <remarks>
/// Speaks to SQLite without a command object in between, for three reasons: text may hold NUL and must not hold a lone surrogate
/// (both are lost silently otherwise), a busy database is answered at once instead of after 150 ms naps, and a row costs no allocation
/// beyond its values. Not thread-safe: belongs to one <see cref="SqliteSession"/>.
/// </remarks>
internal sealed class Statement : IDisposable
{
    private const int StackBytes = 512;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SqliteSession _session;
    private readonly sqlite3_stmt _handle;
    private int _parameter;

    public Statement(SqliteSession session, string sql)
    {
        _session = session;
        _session.Check(raw.sqlite3_prepare_v3(session.Database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _handle));
    }

    /// <summary>Starts a new run: values bound before are forgotten.</summary>
    public Statement Begin()
    {
        _ = raw.sqlite3_reset(_handle);
        _parameter = 0;
        return this;
    }

    public Statement Add(long value) => Bound(raw.sqlite3_bind_int64(_handle, ++_parameter, value));

    public Statement Add(bool value) => Add(value ? 1L : 0L);

    public Statement Add(double value) => double.IsNaN(value)
        ? throw new ArgumentException("The value is not a number and cannot be stored.", nameof(value))
        : Bound(raw.sqlite3_bind_double(_handle, ++_parameter, value));

    public Statement Add(double? value) => value is { } known ? Add(known) : AddNull();

    public Statement AddNull() => Bound(raw.sqlite3_bind_null(_handle, ++_parameter));

    /// <summary>Binds text as strict UTF-8.</summary>
    /// <exception cref="ArgumentException">It holds a lone surrogate.</exception>
    public Statement Add(string? value)
    {
        if (value is null)
        {
            return AddNull();
        }

        if (value.Length == 0)
        {
            return Bound(raw.sqlite3_bind_text(_handle, ++_parameter, ""));
        }

        var most = StrictUtf8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        var buffer = most <= StackBytes ? stackalloc byte[StackBytes] : (rented = ArrayPool<byte>.Shared.Rent(most));
        try
        {
            var length = StrictUtf8.GetBytes(value, buffer);
            return Bound(raw.sqlite3_bind_text(_handle, ++_parameter, buffer[..length]));
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException(
                $"The text holds the lone surrogate U+{(int)fault.CharUnknown:X4} at position {fault.Index} and cannot be stored.", nameof(value), fault);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    public Statement Add(ReadOnlySpan<byte> value) => value.IsEmpty
        ? Bound(raw.sqlite3_bind_zeroblob(_handle, ++_parameter, 0))
        : Bound(raw.sqlite3_bind_blob(_handle, ++_parameter, value));

    /// <summary>Binds an instant and its offset to two parameters.</summary>
    public Statement Add(DateTimeOffset value) => Add(value.UtcTicks).Add((long)value.TotalOffsetMinutes);

    public Statement Add(DateTimeOffset? value) => value is { } known ? Add(known) : AddNull().AddNull();

    /// <summary>Moves to the next row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            var fault = _session.Fault(code);
            _ = raw.sqlite3_reset(_handle);
            throw fault;
        }

        return false;
    }

    /// <summary>Runs a statement to its end.</summary>
    /// <returns>The rows it changed.</returns>
    public int Run()
    {
        while (Step())
        {
        }

        Reset();
        return raw.sqlite3_changes(_session.Database);
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>The result code; <c>SQLITE_OK</c> when it worked.</returns>
    public int TryRun()
    {
        var code = raw.sqlite3_step(_handle);
        var reset = raw.sqlite3_reset(_handle);
        return code == raw.SQLITE_DONE ? raw.SQLITE_OK : reset;
    }

    /// <summary>Lets go of the locks of the run. Values read before stay valid.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_handle);

    /// <summary>Columns of a row.</summary>
    public int ColumnCount => raw.sqlite3_column_count(_handle);

    /// <summary>SQLite's type of a value.</summary>
    public int TypeOf(int column) => raw.sqlite3_column_type(_handle, column);

    /// <summary>Lets go of the values of the last run, which stay in memory otherwise.</summary>
    public void Forget()
    {
        Reset();
        _ = raw.sqlite3_clear_bindings(_handle);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_handle, column);

    public int Int32(int column) => raw.sqlite3_column_int(_handle, column);

    public bool Boolean(int column) => Int64(column) != 0;

    public double Double(int column) => raw.sqlite3_column_double(_handle, column);

    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    /// <summary>The bytes of a blob or of a text, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>An instant and its offset from two columns.</summary>
    public DateTimeOffset Time(int column)
    {
        var offset = TimeSpan.FromMinutes(Int64(column + 1));
        return new DateTimeOffset(Int64(column) + offset.Ticks, offset);
    }

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => _handle.Dispose();

    private Statement Bound(int code)
    {
        _session.Check(code);
        return this;
    }
}
