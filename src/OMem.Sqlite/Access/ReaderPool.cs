namespace OMem.Sqlite.Access;

/// <summary>Connections for reading. As many as there are calls at once; a few are kept for the next ones.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ReaderPool(Func<SqliteSession> open) : IDisposable
{
    private const int MaxIdle = 8;

    private readonly Lock _lock = new();
    private readonly Stack<SqliteSession> _idle = new();
    private bool _disposed;

    /// <summary>Runs one statement or several that need not agree with each other.</summary>
    public T Read<TState, T>(TState state, Func<SqliteSession, TState, T> read)
    {
        var session = Rent();
        var done = false;
        try
        {
            var result = read(session, state);
            done = true;
            return result;
        }
        finally
        {
            Return(session, done);
        }
    }

    /// <summary>Runs several statements on one view of the file.</summary>
    public static T Consistent<TState, T>(SqliteSession session, TState state, Func<SqliteSession, TState, T> read)
    {
        session.Prepare("BEGIN").Run();
        var result = read(session, state);
        session.Prepare("COMMIT").Run();
        return result;
    }

    /// <summary>Closes the connections that nobody uses, with the pages and values they keep.</summary>
    public void DropIdle()
    {
        lock (_lock)
        {
            while (_idle.TryPop(out var session))
            {
                session.Dispose();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        DropIdle();
    }

    private SqliteSession Rent()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteMemoryStore));
            if (_idle.TryPop(out var session))
            {
                return session;
            }
        }

        return open();
    }

    private void Return(SqliteSession session, bool done)
    {
        if (!done)
        {
            // It may stand in the middle of a row, and an open reader stops checkpoints.
            session.Dispose();
            return;
        }

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
}
