namespace Sentinel.Market.Detectors;

/// <summary>A state that changes only after another one was seen for a number of bars in a row.</summary>
internal sealed class Confirmed<T>(int bars)
    where T : struct, Enum
{
    private T _candidate;
    private int _seen;
    private DateTimeOffset _since;

    /// <summary>The confirmed state.</summary>
    public T State { get; private set; }

    /// <summary>Takes in what a bar shows; where that confirms a change, since when.</summary>
    public DateTimeOffset? Step(T shown, DateTimeOffset time)
    {
        if (EqualityComparer<T>.Default.Equals(shown, State))
        {
            _seen = 0;
            return null;
        }

        if (_seen == 0 || !EqualityComparer<T>.Default.Equals(shown, _candidate))
        {
            (_candidate, _seen, _since) = (shown, 0, time);
        }

        if (++_seen < bars)
        {
            return null;
        }

        (State, _seen) = (shown, 0);
        return _since;
    }
}
