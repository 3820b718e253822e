using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OMem.Consolidation.Paper;

/// <summary>JSON of the routers and of merging, in and out.</summary>
internal static class PaperFormat
{
    private static readonly JsonSerializerOptions Input = new(PaperJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Input as it goes out: text stays text. It is no part of a web page.</summary>
    public static string Write<T>(T input) => JsonSerializer.Serialize(input, (JsonTypeInfo<T>)Input.GetTypeInfo(typeof(T)));

    /// <summary>An answer with an action, whatever the form of its target; null without one.</summary>
    public static RouteAnswer? Salvage(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var action = Field(element, "action");
        var target = Field(element, "target");
        return action.ValueKind is JsonValueKind.String
            ? new RouteAnswer { Action = action.GetString(), Target = int.TryParse(target.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null }
            : null;
    }

    private static JsonElement Field(JsonElement element, string name) =>
        element.EnumerateObject().FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
}
