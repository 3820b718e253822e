using OMem.Interactions;
using OMem.Telemetry;

namespace OMem.Understanding;

/// <summary>Takes up what was parked every now and then: a model that failed for hours may answer again.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ParkedRetry(EngineParts parts)
{
    private long _next = (parts.Time.GetUtcNow() + parts.Options.ParkedRetryInterval).UtcTicks;

    /// <summary>Puts parked interactions of the whole store back when it is time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = parts.Time.GetUtcNow();
        var next = Volatile.Read(ref _next);
        var isTime = now.UtcTicks >= next || next - now.UtcTicks > parts.Options.ParkedRetryInterval.Ticks;

        // Further ahead than an interval it was set by a clock that has been set back since.
        if (!isTime || Interlocked.CompareExchange(ref _next, (now + parts.Options.ParkedRetryInterval).UtcTicks, next) != next)
        {
            return;
        }

        var count = await parts.Store.RetryParkedAsync(scope: null, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            parts.Log.ParkedTakenUp(count);
        }
    }
}
