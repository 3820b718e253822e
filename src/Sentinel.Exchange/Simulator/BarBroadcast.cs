using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Sentinel.Exchange.Simulator;

/// <summary>Hands bars to whoever listens, each listener at its own pace.</summary>
internal sealed class BarBroadcast
{
    private readonly Lock _lock = new();
    private readonly List<Channel<Bar>> _listeners = [];
    private bool _isComplete;

    public void Publish(Bar bar)
    {
        lock (_lock)
        {
            foreach (var listener in _listeners)
            {
                listener.Writer.TryWrite(bar);
            }
        }
    }

    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            _listeners.ForEach(listener => listener.Writer.TryComplete());
        }
    }

    /// <summary>Listens from the call on, not from the first read.</summary>
    public IAsyncEnumerable<Bar> Subscribe(IReadOnlyCollection<Symbol> symbols, CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<Bar>(new UnboundedChannelOptions { SingleReader = true });
        lock (_lock)
        {
            if (_isComplete)
            {
                channel.Writer.Complete();
            }
            else
            {
                _listeners.Add(channel);
            }
        }

        return ReadAsync(channel, [.. symbols], cancellationToken);
    }

    private async IAsyncEnumerable<Bar> ReadAsync(Channel<Bar> channel, HashSet<Symbol> symbols, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var bar in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (symbols.Count == 0 || symbols.Contains(bar.Symbol))
                {
                    yield return bar;
                }
            }
        }
        finally
        {
            lock (_lock)
            {
                _listeners.Remove(channel);
            }
        }
    }
}
