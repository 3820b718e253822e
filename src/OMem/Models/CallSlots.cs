namespace OMem.Models;

/// <summary>
/// Bounds the calls in flight. Waiting calls go in the order they came: questions somebody waits for before background work, and there what everything read
/// waits for before more is read.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CallSlots(int count)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource>[] _waiting = [new(), new(), new()];
    private int _free = count;

    /// <summary>Waits for a slot. Every success is followed by one <see cref="Leave"/>.</summary>
    public async Task EnterAsync(ModelStage stage, CancellationToken cancellationToken)
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

            node = _waiting[Turn(stage)].AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
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
        TaskCompletionSource next;
        lock (_lock)
        {
            if (Array.Find(_waiting, static line => line.Count > 0) is not { } line)
            {
                _free++;
                return;
            }

            next = line.First!.Value;
            line.RemoveFirst();
        }

        next.SetResult();
    }

    private static int Turn(ModelStage stage) => stage switch
    {
        ModelStage.Answer => 0,
        ModelStage.Read => 2,
        _ => 1,
    };

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
