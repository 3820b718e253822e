using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OMem.Sqlite.Log;

/// <summary>Metadata and aliases as JSON text.</summary>
internal static class StringMap
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal).AsReadOnly();

    // The text is never put into a page, so letters of every script stay readable.
    private static readonly StringMapContext Context = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Keys in ordinal order, so that equal metadata gives equal text; null when there is none.</summary>
    public static string? ToJson(IReadOnlyDictionary<string, string> map)
    {
        if (map.Count == 0)
        {
            return null;
        }

        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            sorted.Add(Sound(key), Sound(value));
        }

        return JsonSerializer.Serialize(sorted, Context.SortedDictionaryStringString);
    }

    public static IReadOnlyDictionary<string, string> ToMap(string? json) => json is null
        ? None
        : JsonSerializer.Deserialize(json, Context.DictionaryStringString)!.AsReadOnly();

    public static string? ToJson(IReadOnlyList<string> list) =>
        list.Count == 0 ? null : JsonSerializer.Serialize([.. list.Select(Sound)], Context.StringArray);

    public static IReadOnlyList<string> ToList(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Context.StringArray)!;

    /// <summary>JSON would put U+FFFD in the place of a lone surrogate, and say nothing.</summary>
    private static string Sound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                throw new ArgumentException($"The text holds the lone surrogate U+{(int)text[i]:X4} at position {i} and cannot be stored.", nameof(text));
            }
        }

        return text;
    }
}

[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StringMapContext : JsonSerializerContext;
