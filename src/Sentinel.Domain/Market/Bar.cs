namespace Sentinel;

/// <summary>The trade of one symbol over one interval. Known at <see cref="CloseTime"/>, never before.</summary>
public sealed record Bar
{
    /// <summary>What was traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>When the interval began, UTC.</summary>
    public required DateTimeOffset OpenTime { get; init; }

    /// <summary>How long it lasts.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>First price.</summary>
    public required decimal Open { get; init; }

    /// <summary>Highest price.</summary>
    public required decimal High { get; init; }

    /// <summary>Lowest price.</summary>
    public required decimal Low { get; init; }

    /// <summary>Last price.</summary>
    public required decimal Close { get; init; }

    /// <summary>Quantity traded, 0 or more.</summary>
    public required decimal Volume { get; init; }

    /// <summary>When the interval ends: from then on the bar is known.</summary>
    public DateTimeOffset CloseTime => OpenTime + Interval;
}
