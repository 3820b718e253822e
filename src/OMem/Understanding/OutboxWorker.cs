using System.Security.Cryptography;
using System.Threading.Channels;
using OMem.Interactions;
using OMem.Storage;
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

    /// <summary>How often a flush looks again while somebody else holds the scope.</summary>
    private static readonly TimeSpan FlushPoll = TimeSpan.FromMilliseconds(20);

    private readonly EngineParts _parts;
    private readonly HotScopes _scopes;
    private readonly OutboxBatch _batch;
    private readonly string _owner = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _start = new();
    private Task? _loop;

    public OutboxWorker(EngineParts parts, HotScopes scopes)
    {
        _parts = parts;
        _scopes = scopes;
        _batch = new OutboxBatch(parts, _owner);
    }

    /// <summary>Says that there is work. Starts the loop the first time, where the options want one.</summary>
    public void Wake()
    {
        if (!_parts.Options.BackgroundUnderstanding)
        {
            return;
        }

        lock (_start)
        {
            _loop ??= Task.Run(LoopAsync, CancellationToken.None);
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Works until nothing of the scope is waiting: all understood or parked. Honours the next try of failed rows.</summary>
    public async Task FlushAsync(MemoryScope scope, IProgress<FlushProgress>? progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        while (true)
        {
            var status = await _parts.Store.GetOutboxStatusAsync(scope, cancellationToken).ConfigureAwait(false);
            progress?.Report(new FlushProgress(done, status.Pending));
            if (status.Pending == 0)
            {
                return;
            }

            var finished = await ProcessNextAsync(scope, cancellationToken).ConfigureAwait(false);
            done += finished ?? 0;
            if (finished is null)
            {
                await Task.Delay(FlushPoll, _parts.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loop is not null)
        {
            await _loop.ConfigureAwait(false);
        }

        _stop.Dispose();
        _turn.Dispose();
    }

    private async Task LoopAsync()
    {
        var stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (await ProcessNextAsync(scope: null, stop).ConfigureAwait(false) is not null)
                {
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
                _parts.Log.WorkerFailed(exception, IdlePoll);
                await Task.Delay(IdlePoll, _parts.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Understands the next batch. Returns how many rows were finished, or null when nothing was due.</summary>
    private async Task<int?> ProcessNextAsync(MemoryScope? scope, CancellationToken cancellationToken)
    {
        // One batch at a time in a process: the owner of a lease is the process.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = _parts.Time.GetUtcNow();
            var claim = await _parts.Store.ClaimAsync(
                new ClaimRequest(scope, _owner, _parts.Options.UnderstandingBatchSize, now, now + _parts.Options.UnderstandingLease),
                cancellationToken).ConfigureAwait(false);
            return claim is null
                ? null
                : await _batch.UnderstandAsync(_scopes.Get(claim.Scope), claim, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
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
