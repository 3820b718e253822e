using System.Text.Json.Serialization;

namespace OMem.Evaluation;

/// <summary>The figures of one system on one set of questions. Shares are 0-1, rounded to six decimals.</summary>
public record MetricTable
{
    /// <summary>Mean share of a question's gold in the first result.</summary>
    [JsonPropertyName("recall@1"), JsonPropertyOrder(0)]
    public required double RecallAt1 { get; init; }

    /// <summary>Mean share of a question's gold in the first 5.</summary>
    [JsonPropertyName("recall@5"), JsonPropertyOrder(1)]
    public required double RecallAt5 { get; init; }

    /// <summary>Mean share of a question's gold in the first 10.</summary>
    [JsonPropertyName("recall@10"), JsonPropertyOrder(2)]
    public required double RecallAt10 { get; init; }

    /// <summary>Mean share of a question's gold in the first 20.</summary>
    [JsonPropertyName("recall@20"), JsonPropertyOrder(3)]
    public required double RecallAt20 { get; init; }

    /// <summary>Normalised discounted cumulative gain of the first 10, binary relevance.</summary>
    [JsonPropertyName("ndcg@10"), JsonPropertyOrder(4)]
    public required double NdcgAt10 { get; init; }

    /// <summary>Mean reciprocal rank of the first gold, over the whole ranking.</summary>
    [JsonPropertyName("mrr"), JsonPropertyOrder(5)]
    public required double Mrr { get; init; }

    /// <summary>The same, 0 beyond rank 10.</summary>
    [JsonPropertyName("mrr@10"), JsonPropertyOrder(6)]
    public required double MrrAt10 { get; init; }

    /// <summary>Share of questions with all gold in the first 20.</summary>
    [JsonPropertyName("full@20"), JsonPropertyOrder(7)]
    public required double FullAt20 { get; init; }

    /// <summary>Mean share of a question's gold inside so many tokens, packed best first.</summary>
    [JsonPropertyName("recallAtTokens"), JsonPropertyOrder(8)]
    public required IReadOnlyDictionary<string, double> RecallAtTokens { get; init; }

    /// <summary>How many questions.</summary>
    [JsonPropertyName("n"), JsonPropertyOrder(9)]
    public required int Count { get; init; }

    /// <summary>95 % bootstrap interval of each figure, low and high.</summary>
    [JsonPropertyName("ci95"), JsonPropertyOrder(10)]
    public required IReadOnlyDictionary<string, double[]> Intervals { get; init; }
}
