using System.Text.Json;
using System.Text.Json.Serialization;

namespace OMem.Evaluation;

/// <summary>The result of a retrieval evaluation. The schema is described in docs/benchmarks.md.</summary>
public sealed record RetrievalReport
{
    /// <summary>The set.</summary>
    [JsonPropertyName("dataset")]
    public required string Dataset { get; init; }

    /// <summary>SHA-256 of its files.</summary>
    [JsonPropertyName("dataHash")]
    public required string DataHash { get; init; }

    /// <summary>What was ranked: <c>turn</c> or <c>session</c>.</summary>
    [JsonPropertyName("granularity")]
    public required string Granularity { get; init; }

    /// <summary>How many conversations.</summary>
    [JsonPropertyName("conversations")]
    public required int Conversations { get; init; }

    /// <summary>How many turns they have together.</summary>
    [JsonPropertyName("turns")]
    public required int Turns { get; init; }

    /// <summary>How many questions with evidence were asked.</summary>
    [JsonPropertyName("n")]
    public required int Count { get; init; }

    /// <summary>What was left out while reading, by reason.</summary>
    [JsonPropertyName("dropped")]
    public required IReadOnlyDictionary<string, int> Dropped { get; init; }

    /// <summary>Everything that may change a figure.</summary>
    [JsonPropertyName("configuration")]
    public required ReportConfiguration Configuration { get; init; }

    /// <summary>The systems by name, in the order they were asked for.</summary>
    [JsonPropertyName("systems")]
    public required IReadOnlyDictionary<string, SystemReport> Systems { get; init; }

    /// <summary>Results by system and question, for the per-question and miss reports.</summary>
    [JsonIgnore]
    internal IReadOnlyList<SystemResult> Results { get; init; } = [];

    /// <summary>The report as indented JSON with a final line break.</summary>
    /// <param name="timings">False leaves out the times, so that equal input gives equal bytes.</param>
    public string ToJson(bool timings = true)
    {
        var report = timings ? this : this with
        {
            Systems = Systems.ToDictionary(s => s.Key, s => s.Value with { QueryTimes = null, IndexSeconds = null }, StringComparer.Ordinal),
        };
        return JsonSerializer.Serialize(report, ReportJson.Default.RetrievalReport) + "\n";
    }

    /// <summary>The report as Markdown tables.</summary>
    public string ToMarkdown() => MarkdownReport.Write(this);
}

/// <summary>The settings behind a report.</summary>
public sealed record ReportConfiguration
{
    /// <summary>The embedding model; null when none was used.</summary>
    [JsonPropertyName("embedder")]
    public required EmbedderDescription? Embedder { get; init; }

    /// <summary>Every k of the figures.</summary>
    [JsonPropertyName("k")]
    public IReadOnlyList<int> K { get; init; } = [1, 5, 10, 20];

    /// <summary>Every token budget.</summary>
    [JsonPropertyName("tokenBudgets")]
    public IReadOnlyList<int> TokenBudgets { get; init; } = Metric.TokenBudgets;

    /// <summary>How tokens are counted.</summary>
    [JsonPropertyName("tokens")]
    public string Tokens { get; init; } = "ceil(UTF-16 units of 'text [caption]' / 4); packed in each system's own order (best first; omem holds long turns back as its packer does), what does not fit is skipped";

    /// <summary>Resamples of the bootstrap.</summary>
    [JsonPropertyName("bootstrapSamples")]
    public required int BootstrapSamples { get; init; }

    /// <summary>Seed of the bootstrap.</summary>
    [JsonPropertyName("seed")]
    public required int Seed { get; init; }

    /// <summary>Conversations the run was restricted to; empty for all.</summary>
    [JsonPropertyName("onlyConversations")]
    public required IReadOnlyList<string> OnlyConversations { get; init; }

    /// <summary>Questions per conversation the run was restricted to; null for all.</summary>
    [JsonPropertyName("limit")]
    public required int? Limit { get; init; }

    /// <summary>The settings of each system.</summary>
    [JsonPropertyName("systems")]
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Systems { get; init; }
}

/// <summary>An embedding model.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Dimensions">Length of its vectors; null when it does not say.</param>
/// <param name="WeightsHash">Hash of its weights; null when not known.</param>
public sealed record EmbedderDescription(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("dimensions")] int? Dimensions,
    [property: JsonPropertyName("weightsHash")] string? WeightsHash);
