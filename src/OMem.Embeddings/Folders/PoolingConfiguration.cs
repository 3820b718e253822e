using System.Text.Json;

namespace OMem.Embeddings.Folders;

/// <summary>Reads how a folder wants token vectors made into one, and refuses what cannot be done here.</summary>
internal static class PoolingConfiguration
{
    private const string ModePrefix = "pooling_mode_";
    private static readonly string[] KnownModules = ["Transformer", "Pooling", "Normalize"];

    public static PoolingMode Read(string folder)
    {
        var pooling = "1_Pooling";
        if (JsonFile.Find(folder, "modules.json", JsonValueKind.Array) is { } modules)
        {
            foreach (var module in modules.Items())
            {
                var kind = Text(modules, module, "type").Split('.')[^1];
                if (!KnownModules.Contains(kind, StringComparer.Ordinal))
                {
                    throw new EmbeddingModelException(modules.Path, $"asks for a module of the kind '{kind}', which is not supported");
                }

                pooling = string.Equals(kind, "Pooling", StringComparison.Ordinal) ? Text(modules, module, "path") : pooling;
            }
        }

        return JsonFile.Find(folder, Path.Combine(pooling, "config.json")) is { } configuration ? Read(configuration) : PoolingMode.Mean;
    }

    private static PoolingMode Read(JsonFile configuration)
    {
        string[] asked = configuration.Text("pooling_mode") is { } mode
            ? [mode]
            : [.. configuration.Names().Where(name => name.StartsWith(ModePrefix, StringComparison.Ordinal) && configuration.Flag(name) is true).Select(name => name[ModePrefix.Length..])];
        return asked switch
        {
            ["mean_tokens" or "mean"] => PoolingMode.Mean,
            ["cls_token" or "cls"] => PoolingMode.First,
            ["max_tokens" or "max"] => PoolingMode.Max,
            _ => throw new EmbeddingModelException(configuration.Path, $"asks for the pooling '{string.Join(" and ", asked)}'; mean, cls or max is supported"),
        };
    }

    private static string Text(JsonFile modules, JsonElement module, string name) =>
        module.ValueKind == JsonValueKind.Object && module.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new EmbeddingModelException(modules.Path, $"has a module without '{name}'");
}
