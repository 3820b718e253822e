namespace OMem.LoopbackModel;

/// <summary>What became of a request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="CompletionTokens">Tokens of the answer; 0 when there was none.</param>
public sealed record LoopbackExchange(LoopbackRequest Request, LoopbackFault Fault, int CompletionTokens);

/// <summary>Counts every request for an answer. Safe to use from many threads.</summary>
public sealed class LoopbackLog
{
    private readonly Lock _gate = new();
    private readonly List<LoopbackExchange> _exchanges = [];
    private long _numbers;
    private int _inFlight;
    private int _maxInFlight;

    /// <summary>The requests that have ended, answered or not, in the order in which they ended.</summary>
    public IReadOnlyList<LoopbackExchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>Requests that have come in.</summary>
    public long Count => Interlocked.Read(ref _numbers);

    /// <summary>Requests being worked on.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>The most requests that were worked on at once.</summary>
    public int MaxInFlight => Volatile.Read(ref _maxInFlight);

    /// <summary>Prompt tokens of the requests that have ended.</summary>
    public long PromptTokens => Exchanges.Sum(exchange => (long)exchange.Request.PromptTokens);

    /// <summary>Tokens of the answers.</summary>
    public long CompletionTokens => Exchanges.Sum(exchange => (long)exchange.CompletionTokens);

    /// <summary>Forgets what has ended; requests in flight go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _exchanges.Clear();
            _numbers = 0;
            _maxInFlight = _inFlight;
        }
    }

    internal long Begin()
    {
        lock (_gate)
        {
            _maxInFlight = Math.Max(_maxInFlight, ++_inFlight);
            return ++_numbers;
        }
    }

    internal void End(LoopbackExchange? exchange)
    {
        lock (_gate)
        {
            _inFlight--;
            if (exchange is not null)
            {
                _exchanges.Add(exchange);
            }
        }
    }
}
