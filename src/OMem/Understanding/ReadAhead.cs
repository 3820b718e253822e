namespace OMem.Understanding;

/// <summary>
/// Readings that run ahead of the one that is asked for: slow models work while the results before are being committed. They start in order, the next as
/// soon as one has ended well, and their results are taken in order, whichever ends first.
/// </summary>
/// <remarks>Results are taken by one caller at a time. Dispose it to end what still runs.</remarks>
internal sealed class ReadAhead<TIn, TOut> : IAsyncDisposable
{
    private readonly IReadOnlyList<TIn> _inputs;
    private readonly ReadAheadLimits _limits;
    private readonly Func<TIn, CancellationToken, Task<TOut>> _read;
    private readonly Func<TOut, bool> _leadsOn;
    private readonly CancellationTokenSource _stop;
    private readonly Lock _gate = new();
    private readonly List<Task<TOut>> _started = [];
    private readonly List<bool> _hasLeft = [];
    private int _next;
    private bool _isStarting;
    private bool _isClosed;

    /// <summary>Creates it and starts the first readings.</summary>
    /// <param name="inputs">What to read, in order.</param>
    /// <param name="limits">How far it runs ahead.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="leadsOn">Whether a result is such that others may follow; one that is not keeps its place until it was taken.</param>
    /// <param name="cancellationToken">Ends all of them.</param>
    public ReadAhead(
        IReadOnlyList<TIn> inputs, ReadAheadLimits limits, Func<TIn, CancellationToken, Task<TOut>> read, Func<TOut, bool> leadsOn, CancellationToken cancellationToken)
    {
        _inputs = inputs;
        _limits = limits;
        _read = read;
        _leadsOn = leadsOn;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Start();
    }

    /// <summary>Whether a reading is left that was started.</summary>
    public bool HasNext
    {
        get
        {
            lock (_gate)
            {
                return _next < _started.Count;
            }
        }
    }

    /// <summary>The next reading's result.</summary>
    public Task<TOut> NextAsync()
    {
        lock (_gate)
        {
            return _started[_next++];
        }
    }

    /// <summary>Starts what there is room for.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (_isStarting)
            {
                // A reading that has ended at once: the loop that started it goes on.
                return;
            }

            _isStarting = true;
            while (HasRoom())
            {
                _hasLeft.Add(item: false);
                _started.Add(ReadAsync(_started.Count));
            }

            _isStarting = false;
        }
    }

    /// <summary>Starts nothing more. Returns what was not started; nothing the second time.</summary>
    public IReadOnlyList<TIn> Close()
    {
        lock (_gate)
        {
            IReadOnlyList<TIn> left = _isClosed ? [] : [.. _inputs.Skip(_started.Count)];
            _isClosed = true;
            return left;
        }
    }

    /// <summary>Waits until everything started so far has ended, one way or the other.</summary>
    public async Task SettleAsync()
    {
        Task<TOut>[] started;
        lock (_gate)
        {
            started = [.. _started];
        }

        await ((Task)Task.WhenAll(started)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await _stop.CancelAsync().ConfigureAwait(false);
        await SettleAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private bool HasRoom()
    {
        if (_isClosed || _started.Count == _inputs.Count || _started.Count >= _next + _limits.Waiting)
        {
            return false;
        }

        var running = 0;
        for (var i = _next; i < _hasLeft.Count; i++)
        {
            running += _hasLeft[i] ? 0 : 1;
        }

        return running < _limits.Running;
    }

    private async Task<TOut> ReadAsync(int place)
    {
        var result = await _read(_inputs[place], _stop.Token).ConfigureAwait(false);
        if (_leadsOn(result))
        {
            lock (_gate)
            {
                _hasLeft[place] = true;
            }

            Start();
        }

        return result;
    }
}
