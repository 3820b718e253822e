using System.Threading.Channels;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Writing;

/// <summary>The one writer of this process: calls wait in line, and those that wait together share one transaction and one file sync.</summary>
/// <remarks>
/// Each call stands in a savepoint of its own, so one that fails changes nothing and harms no other.
/// No caller is answered before the commit. Thread-safe.
/// </remarks>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int MaxShared = 64;

    private readonly Channel<WriteRequest> _waiting = Channel.CreateUnbounded<WriteRequest>(new() { SingleReader = true });
    private readonly Func<SqliteSession> _open;
    private readonly TimeSpan _busyTimeout;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Task _worker;
    private SqliteSession? _session;

    public WriteQueue(Func<SqliteSession> open, TimeSpan busyTimeout)
    {
        _open = open;
        _busyTimeout = busyTimeout;
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>Runs the work in a transaction. It is durable when the task completes; when it fails or is cancelled, nothing was changed.</summary>
    public Task<T> RunAsync<T>(Func<SqliteSession, CancellationToken, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var request = new WriteRequest<T>(work, cancellationToken);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(request), typeof(SqliteMemoryStore));
        return request.Answer;
    }

    /// <summary>Lets the writes of this process wait, instead of failing, while another connection needs the write lock for long.</summary>
    /// <returns>What ends the wait when disposed of.</returns>
    public async Task<IDisposable> HoldAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_turn);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _worker.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        var group = new List<WriteRequest>();
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < MaxShared && _waiting.Reader.TryRead(out var request))
            {
                group.Add(request);
            }

            await _turn.WaitAsync().ConfigureAwait(false);
            try
            {
                await RunGroupAsync(group).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever it is belongs to the callers; the queue has to go on for those who come next.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                // A second answer is ignored, so this reaches only callers that have none yet.
                group.ForEach(request => request.Fail(fault));
                DropSession();
            }
            finally
            {
                _turn.Release();
            }
        }

        _session?.Dispose();
    }

    private async Task RunGroupAsync(List<WriteRequest> group)
    {
        _session ??= _open();
        if (!await BusyWait.BeginAsync(_session, _busyTimeout, group).ConfigureAwait(false))
        {
            return;
        }

        var done = new List<WriteRequest>(group.Count);
        foreach (var request in group)
        {
            if (!_session.InTransaction)
            {
                // SQLite itself ended the transaction over a grave fault of the request before: start another for the rest.
                await RunGroupAsync(group[group.IndexOf(request)..]).ConfigureAwait(false);
                return;
            }

            if (TryExecute(_session, request, alone: group.Count == 1) is not { } fault)
            {
                done.Add(request);
                continue;
            }

            request.Fail(fault);
            if (!_session.InTransaction)
            {
                done.ForEach(lost => lost.Fail(fault));
                done.Clear();
            }
        }

        Commit(_session, done);
    }

    /// <summary>Runs one request.</summary>
    /// <returns>Null when it worked, or the fault its caller has to hear of; then nothing of it is left in the transaction.</returns>
    private static Exception? TryExecute(SqliteSession session, WriteRequest request, bool alone)
    {
        // A savepoint copies every page before it is changed: not worth it when there is nobody to protect.
        if (!alone)
        {
            session.Prepare("SAVEPOINT request").Run();
        }

        try
        {
            request.Execute(session);
        }
#pragma warning disable CA1031 // Handed to the caller it belongs to.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            session.ResetAll();
            if (session.InTransaction && !alone)
            {
                session.Prepare("ROLLBACK TO request").Run();
                session.Prepare("RELEASE request").Run();
            }

            return fault;
        }

        if (!alone)
        {
            session.Prepare("RELEASE request").Run();
        }

        return null;
    }

    private static void Commit(SqliteSession session, List<WriteRequest> done)
    {
        if (done.Count == 0)
        {
            session.Rollback();
            return;
        }

        session.Prepare("COMMIT").Run();
        done.ForEach(request => request.Complete());
    }

    private void DropSession()
    {
        // Closing rolls back, and what comes next gets a connection that is surely sound.
        _session?.Dispose();
        _session = null;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
