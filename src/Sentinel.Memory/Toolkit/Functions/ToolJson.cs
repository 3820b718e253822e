using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Sentinel.Memory;

/// <summary>How results are written for a model: the same names, numbers and times as in the journal.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CanonicalDecimalConverter), typeof(CanonicalDoubleConverter), typeof(CanonicalTimeConverter), typeof(SymbolConverter), typeof(NoneFoundConverter)])]
[JsonSerializable(typeof(ToolResult<TraderAttribute>))]
[JsonSerializable(typeof(ToolResult<AttributeExplanation>))]
[JsonSerializable(typeof(ToolResult<MandateView>))]
[JsonSerializable(typeof(ToolResult<WorkingSection>))]
[JsonSerializable(typeof(ToolResult<WorkingNote>))]
[JsonSerializable(typeof(ToolResult<ToolEpisodes>))]
[JsonSerializable(typeof(ToolResult<DecisionSummary>))]
[JsonSerializable(typeof(ToolResult<AgentNote>))]
[JsonSerializable(typeof(ToolResult<IntentCheck>))]
[JsonSerializable(typeof(ToolResult<ToolWhy>))]
[JsonSerializable(typeof(ToolResult<EventEntry>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(double?))]
[JsonSerializable(typeof(decimal?))]
[JsonSerializable(typeof(int))]
internal sealed partial class ToolJson : JsonSerializerContext;

/// <summary>The same with what the function factory itself needs.</summary>
internal static class ToolJsonOptions
{
    public static JsonSerializerOptions ForModels { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(ToolJson.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ToolJson.Default, AIJsonUtilities.DefaultOptions.TypeInfoResolver),
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>Reasons in the form of the specification: <c>no_data</c>, <c>below_threshold</c>, <c>not_yet_known</c>, <c>filtered</c>.</summary>
internal sealed class NoneFoundConverter : JsonConverter<NoneFound>
{
    public override NoneFound Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
    {
        "no_data" => NoneFound.NoData,
        "below_threshold" => NoneFound.BelowThreshold,
        "not_yet_known" => NoneFound.NotYetKnown,
        "filtered" => NoneFound.Filtered,
        _ => throw new JsonException("no reason"),
    };

    public override void Write(Utf8JsonWriter writer, NoneFound value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
    {
        NoneFound.NoData => "no_data",
        NoneFound.BelowThreshold => "below_threshold",
        NoneFound.NotYetKnown => "not_yet_known",
        NoneFound.Filtered => "filtered",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    });
}
