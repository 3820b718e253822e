using System.Globalization;

namespace OMem.Sqlite.Stress;

/// <summary>How far writers may go. Thread-safe.</summary>
internal sealed class Allowance
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _limit;

    public void Raise(int limit)
    {
        lock (_gate)
        {
            _limit = Math.Max(_limit, limit);
            _raised.SetResult();
            _raised = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Raises to each number of a <see cref="TextReader"/>, until it ends.</summary>
    public void Follow(object? reader)
    {
        while (((TextReader)reader!).ReadLine() is { } line)
        {
            Raise(int.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Waits until the limit lies beyond a position, and gives it.</summary>
    public async Task<int> BeyondAsync(int position)
    {
        while (true)
        {
            Task raised;
            lock (_gate)
            {
                if (_limit > position)
                {
                    return _limit;
                }

                raised = _raised.Task;
            }

            await raised;
        }
    }
}
