namespace OMem;

/// <summary>A stretch of time, half open: from <see cref="From"/> (inclusive) to <see cref="To"/> (exclusive). A null end is open.</summary>
/// <param name="From">The first instant, or null when it reaches back without a known start.</param>
/// <param name="To">The first instant after it, or null when it has not ended.</param>
/// <param name="Approximate">True when the words were vague ("around", "a few years ago"), so the true time may lie outside.</param>
public sealed record TimeRange(DateTimeOffset? From, DateTimeOffset? To, bool Approximate = false)
{
    /// <summary>Whether the range shares an instant with the other one.</summary>
    public bool Overlaps(TimeRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (From is null || other.To is null || From < other.To)
            && (other.From is null || To is null || other.From < To);
    }

    /// <summary>Whether the instant lies inside.</summary>
    public bool Contains(DateTimeOffset instant) => (From is null || From <= instant) && (To is null || instant < To);
}
