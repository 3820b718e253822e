using System.Text.Json.Serialization;

namespace OMem.Understanding.Llm;

/// <summary>Metadata of the reading call's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ReadAnswer))]
[JsonSerializable(typeof(ReadInput))]
internal sealed partial class ReadJson : JsonSerializerContext;
