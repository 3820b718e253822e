using System.Text.Json.Serialization;

namespace OMem.Evaluation;

/// <summary>One system's figures.</summary>
public sealed record SystemReport : MetricTable
{
    /// <summary>Recall against tokens at every budget of the curve, for plots.</summary>
    [JsonPropertyName("tokenCurve"), JsonPropertyOrder(11)]
    public required IReadOnlyDictionary<string, double> TokenCurve { get; init; }

    /// <summary>Mean difference to <c>bm25</c> on the same questions; null for <c>bm25</c> itself or when it was not run.</summary>
    [JsonPropertyName("vsBm25"), JsonPropertyOrder(12)]
    public IReadOnlyDictionary<string, PairedDifference>? VersusBm25 { get; init; }

    /// <summary>The figures of each category and group of categories.</summary>
    [JsonPropertyName("categories"), JsonPropertyOrder(13)]
    public required IReadOnlyDictionary<string, MetricTable> Categories { get; init; }

    /// <summary>Time per question; left out of a report that has to be the same on every run.</summary>
    [JsonPropertyName("queryMs"), JsonPropertyOrder(14)]
    public QueryTimes? QueryTimes { get; init; }

    /// <summary>Seconds to index all conversations, embedding included unless vectors came from the cache.</summary>
    [JsonPropertyName("indexSeconds"), JsonPropertyOrder(15)]
    public double? IndexSeconds { get; init; }
}

/// <summary>Milliseconds per question, query embedding included. Varies from run to run.</summary>
/// <param name="P50">The median.</param>
/// <param name="P95">The 95th percentile.</param>
public sealed record QueryTimes(
    [property: JsonPropertyName("p50")] double P50,
    [property: JsonPropertyName("p95")] double P95);

/// <summary>A paired difference.</summary>
/// <param name="Difference">Mean over questions of this system's figure less <c>bm25</c>'s.</param>
/// <param name="Interval">Its 95 % bootstrap interval.</param>
public sealed record PairedDifference(
    [property: JsonPropertyName("difference")] double Difference,
    [property: JsonPropertyName("ci95")] double[] Interval);
