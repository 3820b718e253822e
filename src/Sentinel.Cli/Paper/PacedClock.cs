namespace Sentinel.Cli.Paper;

/// <summary>A clock that runs faster than the wall: so many seconds of the market a second of ours, from a given time on.</summary>
internal sealed class PacedClock(TimeProvider wall, DateTimeOffset start, double speed) : TimeProvider
{
    private readonly long _began = wall.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + (wall.GetElapsedTime(_began) * speed);

    /// <summary>Waits until it shows a time.</summary>
    public Task UntilAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var left = (time - GetUtcNow()) / speed;
        return left > TimeSpan.Zero ? Task.Delay(left, wall, cancellationToken) : Task.CompletedTask;
    }
}
