using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Sentinel.Agents.Models;

// What models are asked for. Nothing of it is believed before a check has seen it.

internal sealed record AnalysisAnswer
{
    [Description("-1 falls to 1 rises")]
    public double? Lean { get; init; }

    [Description("0 to 1")]
    public double? Confidence { get; init; }

    [Description("at most 60 words")]
    public string? Thesis { get; init; }

    [Description("ids of the input")]
    public IReadOnlyList<string?>? Cites { get; init; }
}

internal sealed record CaseAnswer
{
    [Description("0 to 1")]
    public double? Strength { get; init; }

    [Description("at most 60 words")]
    public string? Case { get; init; }

    [Description("ids of the input")]
    public IReadOnlyList<string?>? Cites { get; init; }
}

internal sealed record RiskAnswer
{
    [Description("at most 60 words")]
    public string? Text { get; init; }

    [Description("names of limits of the input")]
    public IReadOnlyList<string?>? Limits { get; init; }
}

internal sealed record IntentAnswer
{
    [Description("hold, flat, long or short")]
    public string? Direction { get; init; }

    [Description("chance that it comes true, 0 to 1")]
    public double? Conviction { get; init; }

    [Description("1 to 1000")]
    public int? HorizonBars { get; init; }

    [Description("0.25 to 20")]
    public double? StopAtr { get; init; }

    [Description("0.25 to 60")]
    public double? TargetAtr { get; init; }

    [Description("part of equity lost at the stop, above 0, at most 0.1")]
    public double? Risk { get; init; }

    [Description("at most 40 words")]
    public string? Invalidation { get; init; }

    [Description("ids of the input")]
    public IReadOnlyList<string?>? Cites { get; init; }

    [Description("at most 80 words")]
    public string? Rationale { get; init; }
}

internal sealed record ExtractionAnswer
{
    public IReadOnlyList<TopicAnswer?>? Topics { get; init; }

    public IReadOnlyList<EventAnswer?>? Events { get; init; }

    public IReadOnlyList<AttributeAnswer?>? Attributes { get; init; }
}

internal sealed record TopicAnswer(string? Topic, IReadOnlyList<string?>? Evidence);

internal sealed record EventAnswer(string? Type, string? Symbol, int? Side, IReadOnlyList<string?>? Evidence);

internal sealed record AttributeAnswer(string? Attribute, string? Value, IReadOnlyList<string?>? Evidence);

internal sealed record ReflectionAnswer
{
    [Description("2 to 4 sentences")]
    public string? Text { get; init; }

    [Description("ids of the input")]
    public IReadOnlyList<string?>? Cites { get; init; }
}

/// <summary>Metadata of the answers; also gives the schemas that are asked for.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(AnalysisAnswer))]
[JsonSerializable(typeof(CaseAnswer))]
[JsonSerializable(typeof(RiskAnswer))]
[JsonSerializable(typeof(IntentAnswer))]
[JsonSerializable(typeof(ExtractionAnswer))]
[JsonSerializable(typeof(ReflectionAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
