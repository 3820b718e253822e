using OMem.Sqlite.Access;

namespace OMem.Sqlite.Writing;

/// <summary>One call that wants to write, waiting for its turn.</summary>
internal abstract class WriteRequest(CancellationToken cancellationToken)
{
    protected CancellationToken CancellationToken { get; } = cancellationToken;

    public bool IsCancelled => CancellationToken.IsCancellationRequested;

    /// <summary>Does the work inside the open transaction and keeps the result for <see cref="Complete"/>.</summary>
    public abstract void Execute(SqliteSession session);

    /// <summary>Answers the caller: the work is durable.</summary>
    public abstract void Complete();

    /// <summary>Answers the caller: nothing was changed.</summary>
    public abstract void Fail(Exception fault);
}

/// <summary>A write with a result.</summary>
internal sealed class WriteRequest<T>(Func<SqliteSession, CancellationToken, T> work, CancellationToken cancellationToken)
    : WriteRequest(cancellationToken)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Answer => _answer.Task;

    public override void Execute(SqliteSession session)
    {
        CancellationToken.ThrowIfCancellationRequested();
        _result = work(session, CancellationToken);
    }

    public override void Complete() => _answer.TrySetResult(_result);

    public override void Fail(Exception fault)
    {
        if (fault is OperationCanceledException)
        {
            _answer.TrySetCanceled(CancellationToken);
        }
        else
        {
            _answer.TrySetException(fault);
        }
    }
}
