using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads single fields of a JSON object with faults a person can act on.</summary>
internal static class JsonFields
{
    /// <summary>How JSON is read: a property given twice is an error, depth is bounded.</summary>
    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The string of a field; null when it is missing or null.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static string? Text(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String ? Decode(value, name) : throw new FormatException($"'{name}' is not a string");
    }

    /// <summary>The string of a field that has to be there.</summary>
    /// <exception cref="FormatException">It is missing or something else.</exception>
    public static string Required(JsonElement entry, string name) =>
        Text(entry, name) ?? throw new FormatException($"'{name}' is missing");

    /// <summary>An object's field; null when it is missing or no object.</summary>
    public static JsonElement? Object(JsonElement entry, string name) =>
        entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? value : null;

    /// <summary>The entries of an array's field; none when it is missing or null.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IReadOnlyList<JsonElement> Array(JsonElement entry, string name) =>
        !entry.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? []
        : value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()]
        : throw new FormatException($"'{name}' is not an array");

    /// <summary>The role of a field; <paramref name="fallback"/> when it is missing.</summary>
    /// <exception cref="FormatException">It is not a role.</exception>
    public static SpeakerRole Role(JsonElement entry, string name, SpeakerRole fallback) => Role(Text(entry, name), name, fallback);

    /// <summary>The role of a name; <paramref name="fallback"/> when there is none.</summary>
    /// <exception cref="FormatException">It is not a role.</exception>
    public static SpeakerRole Role(string? value, string name, SpeakerRole fallback) => value switch
    {
        null => fallback,
        "person" or "user" or "human" or "norole" => SpeakerRole.Person,
        "assistant" or "model" or "ai" => SpeakerRole.Assistant,
        "tool" or "function" => SpeakerRole.Tool,
        "system" or "developer" => SpeakerRole.System,
        "document" => SpeakerRole.Document,
        "feed" => SpeakerRole.Feed,
        _ => throw new FormatException($"'{name}' is not one of person, user, assistant, tool, system, document, feed"),
    };

    /// <summary>The trust of a field; <paramref name="fallback"/> when it is missing.</summary>
    /// <exception cref="FormatException">It is no level of trust.</exception>
    public static SourceTrust? Trust(JsonElement entry, string name, SourceTrust? fallback) => Text(entry, name) switch
    {
        null => fallback,
        "untrusted" => SourceTrust.Untrusted,
        "low" => SourceTrust.Low,
        "trusted" => SourceTrust.Trusted,
        _ => throw new FormatException($"'{name}' is not one of untrusted, low, trusted"),
    };

    /// <summary>The key-value pairs of a field: strings as they are, other values as their JSON text, null left out.</summary>
    /// <exception cref="FormatException">It is not an object.</exception>
    public static IReadOnlyDictionary<string, string> Metadata(JsonElement entry, string name)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!entry.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return pairs;
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException($"'{name}' is not an object");
        }

        foreach (var pair in value.EnumerateObject())
        {
            if (pair.Value.ValueKind is not JsonValueKind.Null)
            {
                pairs[pair.Name] = pair.Value.ValueKind is JsonValueKind.String ? Decode(pair.Value, name) : pair.Value.GetRawText();
            }
        }

        return pairs;
    }

    /// <summary>The instant of a field that has to be there.</summary>
    /// <exception cref="FormatException">It is missing or no instant.</exception>
    public static DateTimeOffset Instant(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            throw new FormatException($"'{name}' is missing");
        }

        return InstantParser.TryParse(value, out var instant)
            ? instant
            : throw new FormatException($"'{name}' is not an ISO 8601 time such as 2024-05-01T18:30:00+02:00");
    }

    /// <summary>A string that stands in an array.</summary>
    /// <exception cref="FormatException">It is not well-formed.</exception>
    public static string String(JsonElement value, string name) => Decode(value, name);

    /// <summary>The text of a string or a number; null for everything else.</summary>
    public static string? Scalar(JsonElement entry, string name) => !entry.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => Decode(value, name),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Decode(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException($"'{name}' holds half of a surrogate pair", fault);
        }
    }
}
