using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OMem.Understanding.Paper;

/// <summary>Metadata of the call's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(PaperReadAnswer))]
[JsonSerializable(typeof(PaperReadInput))]
internal sealed partial class PaperReadJson : JsonSerializerContext;

/// <summary>JSON of the reading call, in and out.</summary>
internal static class PaperReadFormat
{
    /// <summary>Input as it goes out: text stays text. It is no part of a web page.</summary>
    public static JsonTypeInfo<PaperReadInput> Input { get; } = (JsonTypeInfo<PaperReadInput>)new JsonSerializerOptions(PaperReadJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    }.GetTypeInfo(typeof(PaperReadInput));

    /// <summary>What can be read of an answer of another shape; null when it is no object with any of the fields.</summary>
    public static PaperReadAnswer? Salvage(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var fields = element.EnumerateObject()
            .GroupBy(static field => field.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Value, StringComparer.Ordinal);
        return fields.Keys.Any(static name => name is "topic" or "facts" or "attributes")
            ? new PaperReadAnswer { Topic = Texts(fields, "topic").FirstOrDefault(), Facts = Texts(fields, "facts"), Attributes = Texts(fields, "attributes") }
            : null;
    }

    /// <summary>The strings of a field: one, or those of a list.</summary>
    private static List<string?> Texts(Dictionary<string, JsonElement> fields, string name) => fields.GetValueOrDefault(name) switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(static item => item.ValueKind is JsonValueKind.String).Select(static item => item.GetString())],
        _ => [],
    };
}
