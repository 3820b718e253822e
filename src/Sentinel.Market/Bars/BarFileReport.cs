namespace Sentinel.Market;

/// <summary>What a valid bar file holds.</summary>
public sealed record BarFileReport
{
    /// <summary>How many bars.</summary>
    public required long Count { get; init; }

    /// <summary>The length of a bar, given or inferred.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Open of the first bar, UTC.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>Open of the last bar, UTC.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>Where bars are missing, oldest first.</summary>
    public required IReadOnlyList<BarGap> Gaps { get; init; }
}
