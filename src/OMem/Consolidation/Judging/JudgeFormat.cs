using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OMem.Models;

namespace OMem.Consolidation.Judging;

/// <summary>JSON of the judging call, in and out.</summary>
internal static class JudgeFormat
{
    /// <summary>Answers as they come in.</summary>
    public static JsonSerializerOptions Answers { get; } = new(JudgeJson.Default.Options) { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Input as it goes out: text stays text, and what is null is left out.</summary>
    public static JsonTypeInfo<JudgeInput> Input { get; } = (JsonTypeInfo<JudgeInput>)new JsonSerializerOptions(JudgeJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    }.GetTypeInfo(typeof(JudgeInput));

    /// <summary>Entry by entry, what has the right shape; null when the element is no such object at all.</summary>
    public static JudgeAnswer? Salvage(JsonElement element)
    {
        var misshapen = 0;
        var decisions = AnswerList.Salvage(element, "decisions", (JsonTypeInfo<JudgeDecision>)Answers.GetTypeInfo(typeof(JudgeDecision)), ref misshapen);
        return decisions is null ? null : new JudgeAnswer { Decisions = decisions, Misshapen = misshapen };
    }
}
