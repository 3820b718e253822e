namespace Sentinel.Replay;

/// <summary>A clock that stands at the close of the last bar. Replay knows no other time.</summary>
public sealed class CycleClock : TimeProvider
{
    private long _ticks;

    /// <summary>Moves it forward; it never goes back.</summary>
    public void Stand(DateTimeOffset at)
    {
        if (at.UtcTicks > Volatile.Read(ref _ticks))
        {
            Volatile.Write(ref _ticks, at.UtcTicks);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
}
