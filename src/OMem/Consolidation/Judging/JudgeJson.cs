using System.Text.Json.Serialization;

namespace OMem.Consolidation.Judging;

/// <summary>Metadata of the judging call's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(JudgeAnswer))]
[JsonSerializable(typeof(JudgeInput))]
internal sealed partial class JudgeJson : JsonSerializerContext;
