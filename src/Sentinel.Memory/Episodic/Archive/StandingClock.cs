namespace Sentinel.Memory;

/// <summary>A clock that stands where it is put: OMem takes its <c>RecordedAt</c> from it, so that it is the time something was known.</summary>
internal sealed class StandingClock : TimeProvider
{
    private long _ticks = DateTimeOffset.UnixEpoch.UtcTicks;

    public void Stand(DateTimeOffset at) => Interlocked.Exchange(ref _ticks, at.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
}
