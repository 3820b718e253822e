using OMem.Interactions;
using OMem.Telemetry;

namespace OMem.Retention;

/// <summary>
/// Applies the retention policies of all scopes every so often. What is too old depends on the clock, and an erase cannot be taken back: where the clock has
/// gone backwards since the last run, or forwards by more than <see cref="MostBetweenRuns"/>, that run takes nothing, and the next one goes on from there.
/// </summary>
internal sealed class RetentionWorker(EngineParts parts, HotScopes scopes, Action wake) : IAsyncDisposable
{
    /// <summary>The longest time between two runs that is not taken for a jump of the clock.</summary>
    public static readonly TimeSpan MostBetweenRuns = TimeSpan.FromDays(31);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _start = new();
    private Task? _loop;

    /// <summary>Starts it, where the options want it; again does nothing.</summary>
    public void Start()
    {
        if (!parts.Options.BackgroundUnderstanding || parts.Options.Retention.Interval is not { } interval)
        {
            return;
        }

        lock (_start)
        {
            _loop ??= Task.Run(() => LoopAsync(interval), CancellationToken.None);
        }
    }

    /// <summary>Applies the policies once, unless the clock has jumped.</summary>
    /// <returns>How many scopes lost something; null when it held back.</returns>
    public async Task<int?> RunAsync(CancellationToken cancellationToken)
    {
        var marks = new RetentionStore(parts.Store);
        var now = parts.Time.GetUtcNow();
        var last = await marks.ReadLastRunAsync(cancellationToken).ConfigureAwait(false);
        await marks.WriteLastRunAsync(now, cancellationToken).ConfigureAwait(false);
        if (last is null || now < last || now - last > MostBetweenRuns)
        {
            if (last is { } before)
            {
                parts.Log.RetentionHeldBack(before, now);
            }

            return null;
        }

        var touched = 0;
        foreach (var scope in await parts.Store.ListScopesAsync(cancellationToken).ConfigureAwait(false))
        {
            touched += await ApplyAsync(scope, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return touched;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loop is not null)
        {
            await _loop.ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task<bool> ApplyAsync(MemoryScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var run = await new ScopeRetention(parts, scopes.Get(scope)).ApplyAsync(dryRun: false, cancellationToken).ConfigureAwait(false);
            if (run.Receipt?.ReadAgain > 0)
            {
                wake();
            }

            return run.Receipt is not null || run.Forgotten is not null;
        }
        catch (OMemException exception)
        {
            // One scope holds up no other.
            parts.Log.RetentionFailed(exception, scope);
            return false;
        }
    }

    private async Task LoopAsync(TimeSpan interval)
    {
        var stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(interval, parts.Time, stop).ConfigureAwait(false);
                await RunAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop must outlive any failure of a store: it is logged, and the next run tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                parts.Log.RetentionRunFailed(exception);
            }
        }
    }
}
