using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OMem.Models;

namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>JSON of the summarising call, in and out.</summary>
internal static class SummaryFormat
{
    /// <summary>Answers as they come in.</summary>
    public static JsonSerializerOptions Answers { get; } = new(SummaryJson.Default.Options) { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Input as it goes out: text stays text.</summary>
    public static JsonTypeInfo<SummaryInput> Input { get; } =
        (JsonTypeInfo<SummaryInput>)new JsonSerializerOptions(SummaryJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }.GetTypeInfo(typeof(SummaryInput));

    /// <summary>Entry by entry, what has the right shape; null when the element is no such object at all.</summary>
    public static SummaryAnswer? Salvage(JsonElement element)
    {
        var misshapen = 0;
        var groups = AnswerList.Salvage(element, "groups", (JsonTypeInfo<SummaryGroup>)Answers.GetTypeInfo(typeof(SummaryGroup)), ref misshapen);
        return groups is null ? null : new SummaryAnswer { Groups = groups, Misshapen = misshapen };
    }
}
