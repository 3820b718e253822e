namespace OMem.Models;

/// <summary>Bounds the calls started in any minute. Waiting calls go in the order they came.</summary>
/// <remarks>Thread-safe. A wait that is cancelled has used its place: the limit errs on the safe side.</remarks>
internal sealed class RequestWindow(int? perMinute, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _starts = new();

    /// <summary>Waits until one more call may start.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (perMinute is not { } limit)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var start = now;
            if (_starts.Count == limit && _starts.Dequeue() + Window is var free && free > now)
            {
                start = free;
            }

            _starts.Enqueue(start);
            wait = start - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
