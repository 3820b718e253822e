using System.Text.Json;
using OMem.Cli.Hosting;
using OMem.Cli.Import;

namespace OMem.Cli.Settings;

/// <summary>A settings file <c>omem.json</c>: <c>{tenant, user, agent, data, embeddingModel, keyFile, method, llm}</c>, each optional.</summary>
internal sealed class ConfigFile
{
    /// <summary>The name searched for.</summary>
    public const string FileName = "omem.json";

    private static readonly string[] Keys = ["tenant", "user", "agent", "data", "embeddingModel", "keyFile", "method", "llm"];

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<string, string> _values;

    private ConfigFile(string path, Dictionary<string, string> values)
    {
        FullPath = path;
        _values = values;
    }

    /// <summary>Where it is.</summary>
    public string FullPath { get; }

    /// <summary>The directory its relative paths start from.</summary>
    public string Directory => Path.GetDirectoryName(FullPath)!;

    /// <summary>The value of a key; null when it is not given.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">It cannot be read, is no JSON, or has an unknown key or a value that is no text.</exception>
    public static ConfigFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Options);
            return new ConfigFile(path, Values(document.RootElement, path));
        }
        catch (JsonException fault)
        {
            throw new UsageException($"The settings file '{path}' is {JsonFault.Describe(fault)} (line {fault.LineNumber + 1}).", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The settings file '{path}' cannot be read: {fault.Message}", fault);
        }
    }

    private static Dictionary<string, string> Values(JsonElement root, string path)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new UsageException($"The settings file '{path}' is not a JSON object.");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (!Keys.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new UsageException($"The settings file '{path}' has the unknown key '{property.Name}'; known are {string.Join(", ", Keys)}.");
            }

            if (property.Value.ValueKind is JsonValueKind.Null)
            {
                continue;
            }

            if (property.Name is "llm")
            {
                LlmFile.Read(property.Value, path, values);
                continue;
            }

            values[property.Name] = property.Value.ValueKind is JsonValueKind.String
                ? property.Value.GetString()!
                : throw new UsageException($"The settings file '{path}': '{property.Name}' is not a string.");
        }

        return values;
    }
}
