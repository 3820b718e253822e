using System.Text.Json.Serialization;

namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>Metadata of the summarising call's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SummaryAnswer))]
[JsonSerializable(typeof(SummaryInput))]
internal sealed partial class SummaryJson : JsonSerializerContext;
