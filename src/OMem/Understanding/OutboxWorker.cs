using System.Threading.Channels;
using OMem.Interactions;
using OMem.Models;
using OMem.Telemetry;

namespace OMem.Understanding;

/// <summary>
/// Reads what waits in the outbox, outside of any lock: leases the oldest rows of one scope, has them read and consolidated,
/// and commits changes, ledger and finished rows in one transaction. What fails stays in the outbox, with its error.
/// </summary>
/// <remarks>Thread-safe. Any number of workers in any number of processes may run: the lease keeps a scope with one of them.</remarks>
internal sealed class OutboxWorker : IAsyncDisposable
{
    /// <summary>How often to look for work of other processes, and for rows whose next try has come.</summary>
    private static readonly TimeSpan IdlePoll = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait when a setting has to be changed before anything can be read.</summary>
    private static readonly TimeSpan ObstaclePoll = TimeSpan.FromMinutes(1);

    private readonly EngineParts _parts;
    private readonly HotScopes _scopes;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _start = new();
    private readonly ParkedRetry _parked;
    private Task? _loops;

    public OutboxWorker(EngineParts parts, HotScopes scopes)
    {
        _parts = parts;
        _scopes = scopes;
        _parked = new ParkedRetry(parts);
    }

    /// <summary>Says that there is work. Starts the loops the first time, where the options want them.</summary>
    public void Wake()
    {
        if (!_parts.Options.BackgroundUnderstanding)
        {
            return;
        }

        lock (_start)
        {
            // A model waits more than it works: with one, as many scopes at a time as there may be calls.
            var lanes = _parts.Reader is IModelReader ? _parts.Options.Models.MaxParallelCalls : 1;
            _loops ??= Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => Task.Run(LoopAsync, CancellationToken.None)));
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Works until nothing of the scope is waiting: all understood or parked. Waits for the next try of failed rows.</summary>
    /// <exception cref="ModelException">A setting keeps everything from being read; the rows wait, with no attempt counted.</exception>
    public Task FlushAsync(MemoryScope scope, IProgress<FlushProgress>? progress, CancellationToken cancellationToken) =>
        new ScopeFlush(_parts, new OutboxLane(_parts, _scopes), scope, progress).RunAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loops is not null)
        {
            await _loops.ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        var lane = new OutboxLane(_parts, _scopes);
        var stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _parked.RunAsync(stop).ConfigureAwait(false);
                while (await lane.ClaimAsync(scope: null, stop).ConfigureAwait(false) is { } work)
                {
                    // Where there is work of one scope there may be work of others.
                    _wake.Writer.TryWrite(true);
                    await work.RunAsync(static _ => { }, stop).ConfigureAwait(false);
                }

                await ReportOutboxAsync(stop).ConfigureAwait(false);
                await WaitAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop must outlive any failure of a store or reader: it is logged, and what waits stays in the outbox.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var delay = exception is ModelException ? ObstaclePoll : IdlePoll;
                _parts.Log.WorkerFailed(exception, delay);
                await Task.Delay(delay, _parts.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var timer = _parts.Time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), idle, IdlePoll, Timeout.InfiniteTimeSpan);
        try
        {
            await _wake.Reader.ReadAsync(idle.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The poll interval has passed.
        }
    }

    private async Task ReportOutboxAsync(CancellationToken cancellationToken)
    {
        var status = await _parts.Store.GetOutboxStatusAsync(scope: null, cancellationToken).ConfigureAwait(false);
        _parts.Telemetry.Outbox(status.Pending, _parts.Time.GetUtcNow() - status.OldestPending);
    }
}
