using System.Text.Json;

namespace OMem.Embeddings.Folders;

/// <summary>A JSON file of a model folder: its top element, which must be of the kind asked for.</summary>
internal sealed class JsonFile
{
    private readonly JsonElement _root;

    private JsonFile(string path, JsonElement root)
    {
        Path = path;
        _root = root;
    }

    public string Path { get; }

    /// <summary>Null when there is no such file.</summary>
    public static JsonFile? Find(string folder, string name, JsonValueKind kind = JsonValueKind.Object)
    {
        var path = System.IO.Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == kind
                ? new(path, document.RootElement.Clone())
                : throw new EmbeddingModelException(path, $"must hold a JSON {Name(kind)}, not {Name(document.RootElement.ValueKind)}");
        }
        catch (JsonException fault)
        {
            throw new EmbeddingModelException(path, "is not valid JSON", fault);
        }
    }

    /// <summary>The elements of the top array.</summary>
    public IEnumerable<JsonElement> Items() => _root.EnumerateArray();

    /// <summary>The names of the top object's properties.</summary>
    public IEnumerable<string> Names() => _root.EnumerateObject().Select(property => property.Name);

    /// <summary>The value at a path of properties, or null when it is missing or null.</summary>
    public JsonElement? Get(params ReadOnlySpan<string> names)
    {
        var element = _root;
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.Null ? null : element;
    }

    /// <summary>A boolean, or null.</summary>
    public bool? Flag(params ReadOnlySpan<string> names) => Get(names) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(names, "true or false"),
    };

    /// <summary>A whole number; null when it is missing, or greater than any length (some exporters write 1e30 for "none").</summary>
    public int? Count(params ReadOnlySpan<string> names)
    {
        if (Get(names) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= 1
            ? number <= int.MaxValue ? (int)number : null
            : throw Wrong(names, "a positive number");
    }

    /// <summary>A text, or the <c>content</c> of an object, as tokens are written; null when it is missing.</summary>
    public string? Text(params ReadOnlySpan<string> names) => Get(names) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } token when token.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String => content.GetString(),
        _ => throw Wrong(names, "a text"),
    };

    private EmbeddingModelException Wrong(ReadOnlySpan<string> names, string expected) =>
        new(Path, $"has a wrong '{string.Join('.', names.ToArray())}': {expected} was expected");

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        _ => "plain value",
    };
}
