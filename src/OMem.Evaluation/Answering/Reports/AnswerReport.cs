using System.Text.Json;
using System.Text.Json.Serialization;

namespace OMem.Evaluation;

/// <summary>The result of an evaluation of answers. Definitions are in docs/benchmarks.md.</summary>
internal sealed record AnswerReport
{
    public required string Dataset { get; init; }

    public required string DataHash { get; init; }

    public required int Conversations { get; init; }

    public required int Turns { get; init; }

    /// <summary>Questions asked of each system.</summary>
    [JsonPropertyName("n")]
    public required int Count { get; init; }

    public required IReadOnlyDictionary<string, int> Dropped { get; init; }

    /// <summary>The group of categories whose figures are the headline; null for all questions.</summary>
    public string? Headline { get; init; }

    /// <summary>The figure that says most.</summary>
    public required string Main { get; init; }

    /// <summary>Accuracy of guessing; null where there are no options.</summary>
    public double? Chance { get; init; }

    public required AnswerConfiguration Configuration { get; init; }

    public required IReadOnlyDictionary<string, AnswerSystemReport> Systems { get; init; }

    /// <summary>Paired differences of <c>omem</c> to every other system.</summary>
    public required IReadOnlyList<AnswerComparison> Comparisons { get; init; }

    /// <summary>Results by system, for the per-question and miss reports.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, IReadOnlyList<AnswerResult>> Results { get; init; } = new Dictionary<string, IReadOnlyList<AnswerResult>>(StringComparer.Ordinal);

    /// <summary>The cost of building, step by step, for the plot.</summary>
    [JsonIgnore]
    public IReadOnlyList<BuildStep> Steps { get; init; } = [];

    /// <summary>The report as indented JSON with a final line break.</summary>
    /// <param name="timings">False leaves out times and sizes of files, so that equal answers give equal bytes.</param>
    public string ToJson(bool timings = true)
    {
        var report = timings ? this : this with
        {
            Systems = Systems.ToDictionary(pair => pair.Key, pair => pair.Value.WithoutTimes(), StringComparer.Ordinal),
        };
        return JsonSerializer.Serialize(report, AnswerReportJson.Default.AnswerReport) + "\n";
    }

    /// <summary>The report as Markdown tables.</summary>
    public string ToMarkdown() => AnswerMarkdown.Write(this);
}

/// <summary>Everything that may change a figure.</summary>
internal sealed record AnswerConfiguration
{
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public IReadOnlyDictionary<string, string>? Judge { get; init; }

    public required int BootstrapSamples { get; init; }

    public required int PermutationSamples { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<string> OnlyConversations { get; init; }

    public int? Limit { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Systems { get; init; }
}

/// <summary>A figure: mean over questions, its 95 % bootstrap interval, how many questions.</summary>
internal sealed record AnswerFigure(double Value, double[] Ci95, int N);

/// <summary>One system's figures.</summary>
internal sealed record AnswerSystemReport
{
    /// <summary>Figures over all questions that have them.</summary>
    public required IReadOnlyDictionary<string, AnswerFigure> All { get; init; }

    /// <summary>Figures of each category and group of categories.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, AnswerFigure>> Categories { get; init; }

    public required AnswerCost Cost { get; init; }

    /// <summary>Missed questions by kind.</summary>
    public required IReadOnlyDictionary<string, int> Misses { get; init; }

    /// <summary>Answers that never came; they count as wrong.</summary>
    public required int Errors { get; init; }

    /// <summary>Judgements that could not be read; they count as wrong. Null without a judge.</summary>
    public int? UnreadableJudgements { get; init; }

    /// <summary>The cost of building the memory; null for systems without one.</summary>
    public BuildCost? Build { get; init; }

    /// <summary>Without what depends on the machine and its moment: times, and the size of a store's files.</summary>
    public AnswerSystemReport WithoutTimes() => this with { Cost = Cost with { Latency = null, MemoryBytes = null }, Build = Build is null ? null : Build with { SecondsPer1000 = null } };
}

/// <summary>What answering costs, means over questions.</summary>
internal sealed record AnswerCost
{
    public required double ContextTokens { get; init; }

    public required double PromptTokens { get; init; }

    public required double CompletionTokens { get; init; }

    public required double TotalTokens { get; init; }

    public required double Calls { get; init; }

    /// <summary>Tokens the judge took, in all; null without a judge.</summary>
    public long? JudgeTokens { get; init; }

    /// <summary>Bytes of the memory in the end, mean over conversations. Files of a store vary a little from run to run.</summary>
    public double? MemoryBytes { get; init; }

    public AnswerLatency? Latency { get; init; }
}

/// <summary>Milliseconds. Vary from run to run.</summary>
internal sealed record AnswerLatency(double RecallP50, double RecallP95, double TotalP50, double TotalP95);

/// <summary>What building a memory costs.</summary>
internal sealed record BuildCost
{
    public required long Messages { get; init; }

    public required double CallsPer1000 { get; init; }

    public required double TokensPer1000 { get; init; }

    public BuildSeconds? SecondsPer1000 { get; init; }

    /// <summary>Interactions given up.</summary>
    public required int Parked { get; init; }

    /// <summary>Calls and tokens by stage and model, over all conversations.</summary>
    public required IReadOnlyList<BuildStage> Stages { get; init; }
}

/// <summary>Seconds per 1,000 messages: to store and index, embedding included, and to understand. Vary from run to run.</summary>
internal sealed record BuildSeconds(double Remember, double Understand);

/// <summary>One stage's calls and tokens.</summary>
internal sealed record BuildStage(string Stage, string Model, long Calls, long FailedCalls, long PromptTokens, long CompletionTokens);

/// <summary>A paired comparison on the questions both systems were asked.</summary>
/// <param name="System">The system.</param>
/// <param name="Baseline">The other one.</param>
/// <param name="Group">All questions, a category, or a group of them.</param>
/// <param name="Metric">The figure.</param>
/// <param name="N">Questions.</param>
/// <param name="Difference">Mean of the system's figure less the baseline's.</param>
/// <param name="Ci95">Its bootstrap interval.</param>
/// <param name="P">Two-sided sign-flip permutation test.</param>
internal sealed record AnswerComparison(string System, string Baseline, string Group, string Metric, int N, double Difference, double[] Ci95, double P);

[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerReport))]
internal sealed partial class AnswerReportJson : JsonSerializerContext;
