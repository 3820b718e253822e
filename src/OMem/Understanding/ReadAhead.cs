namespace OMem.Understanding;

/// <summary>Readings that run ahead of the one that is asked for, in order: slow models work while the results before are being committed.</summary>
/// <remarks>Not thread-safe. Dispose it to end what still runs.</remarks>
internal sealed class ReadAhead<TIn, TOut> : IAsyncDisposable
{
    private readonly IReadOnlyList<TIn> _inputs;
    private readonly Func<TIn, CancellationToken, Task<TOut>> _read;
    private readonly int _window;
    private readonly CancellationTokenSource _stop;
    private readonly List<Task<TOut>> _started = [];
    private int _next;
    private bool _isClosed;

    /// <summary>Creates it and starts the first readings.</summary>
    /// <param name="inputs">What to read, in order.</param>
    /// <param name="window">How many may run or wait at a time.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="cancellationToken">Ends all of them.</param>
    public ReadAhead(IReadOnlyList<TIn> inputs, int window, Func<TIn, CancellationToken, Task<TOut>> read, CancellationToken cancellationToken)
    {
        _inputs = inputs;
        _window = window;
        _read = read;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Start();
    }

    /// <summary>Whether a reading is left that was started.</summary>
    public bool HasNext => _next < _started.Count;

    /// <summary>The next reading's result.</summary>
    public Task<TOut> NextAsync() => _started[_next++];

    /// <summary>Makes room for one more.</summary>
    public void Start()
    {
        while (!_isClosed && _started.Count < _inputs.Count && _started.Count < _next + _window)
        {
            _started.Add(_read(_inputs[_started.Count], _stop.Token));
        }
    }

    /// <summary>Starts nothing more. Returns what was not started; nothing the second time.</summary>
    public IReadOnlyList<TIn> Close()
    {
        IReadOnlyList<TIn> left = _isClosed ? [] : [.. _inputs.Skip(_started.Count)];
        _isClosed = true;
        return left;
    }

    /// <summary>Waits until everything started has ended, one way or the other.</summary>
    public async Task SettleAsync() =>
        await ((Task)Task.WhenAll(_started)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public async ValueTask DisposeAsync()
    {
        Close();
        await _stop.CancelAsync().ConfigureAwait(false);
        await SettleAsync().ConfigureAwait(false);
        _stop.Dispose();
    }
}
