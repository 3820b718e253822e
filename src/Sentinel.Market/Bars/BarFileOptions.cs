namespace Sentinel.Market;

/// <summary>How a bar file is to be read.</summary>
public sealed record BarFileOptions
{
    /// <summary>The length of a bar; null to infer it from the data (the most frequent step among the first 200 rows).</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Whether times without a zone are UTC. Without this they are an error: nobody can know what they mean.</summary>
    public bool NaiveTimesAreUtc { get; init; }

    /// <summary>Whether the whole file is validated before the first bar is handed out, at the price of reading it twice.</summary>
    public bool ValidateFirst { get; init; } = true;
}
