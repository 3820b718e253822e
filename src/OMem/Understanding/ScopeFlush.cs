using OMem.Interactions;
using OMem.Models;

namespace OMem.Understanding;

/// <summary>One flush of one scope, with its progress.</summary>
internal sealed class ScopeFlush(EngineParts parts, OutboxLane lane, MemoryScope scope, IProgress<FlushProgress>? progress)
{
    /// <summary>How soon a flush looks again while nothing is due or somebody else holds the scope; it grows to <see cref="LongestPoll"/>.</summary>
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<StageUsage> _usage = parts.Calls.Usage.Read(scope);
    private readonly long _dropped = parts.Telemetry.DroppedOf(scope);
    private long _done;

    /// <summary>Works until nothing of the scope is waiting.</summary>
    /// <exception cref="ModelException">A setting keeps everything from being read.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var poll = FirstPoll;
        while (true)
        {
            var status = await parts.Store.GetOutboxStatusAsync(scope, cancellationToken).ConfigureAwait(false);
            var next = status.Failures.Where(static failure => failure.NextTry is not null).Min(static failure => failure.NextTry);
            Report(status.Pending, next);
            if (status.Pending == 0)
            {
                return;
            }

            if (await lane.ClaimAsync(scope, cancellationToken).ConfigureAwait(false) is { } work)
            {
                var remaining = (long)status.Pending;
                await work.RunAsync(
                    finished =>
                    {
                        _done += finished;
                        remaining -= finished;
                        Report(remaining, next: null);
                    },
                    cancellationToken).ConfigureAwait(false);
                poll = FirstPoll;
            }
            else
            {
                await Task.Delay(poll, parts.Time, cancellationToken).ConfigureAwait(false);
                poll = poll * 2 < LongestPoll ? poll * 2 : LongestPoll;
            }
        }
    }

    private void Report(long remaining, DateTimeOffset? next)
    {
        if (progress is null)
        {
            return;
        }

        var now = parts.Time.GetUtcNow();
        progress.Report(new FlushProgress(_done, remaining)
        {
            Usage = UsageMath.Since(_usage, parts.Calls.Usage.Read(scope)),
            Dropped = parts.Telemetry.DroppedOf(scope) - _dropped,
            NextTry = next > now ? next : null,
        });
    }
}
