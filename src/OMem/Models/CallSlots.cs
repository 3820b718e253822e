namespace OMem.Models;

/// <summary>Bounds the calls in flight. Waiting calls go in the order they came, questions somebody waits for before background work.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CallSlots(int count)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _urgent = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private int _free = count;

    /// <summary>Waits for a slot. Every success is followed by one <see cref="Leave"/>.</summary>
    public async Task EnterAsync(bool urgent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> node;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return;
            }

            node = (urgent ? _urgent : _waiting).AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            await node.Value.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            GiveUp(node);
            throw;
        }
    }

    /// <summary>Gives a slot to the next who waits.</summary>
    public void Leave()
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            next = (_urgent.First ?? _waiting.First)?.Value;
            if (next is null)
            {
                _free++;
                return;
            }

            (_urgent.First is null ? _waiting : _urgent).RemoveFirst();
        }

        next.SetResult();
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> node)
    {
        lock (_lock)
        {
            if (node.List is { } list)
            {
                list.Remove(node);
                return;
            }
        }

        // The slot was given at the very moment of the cancellation: pass it on.
        Leave();
    }
}
