using System.Globalization;
using System.Text.Json;
using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>Reads the <c>llm</c> object of a settings file: <c>{provider, endpoint, model, keyVariable, contextTokens, record, replay, roles: {reader: {...}}}</c>.</summary>
internal static class LlmFile
{
    /// <summary>The settings of one model.</summary>
    public static readonly string[] ModelKeys = ["provider", "endpoint", "model", "keyVariable", "contextTokens"];

    /// <summary>The roles.</summary>
    public static readonly string[] Roles = ["reader", "consolidator", "summarizer", "answerer", "judge"];

    private static readonly string[] RootKeys = [.. ModelKeys, "record", "replay", "roles"];

    /// <summary>Adds what the object says to the values of the file, by flat keys such as <c>llm.roles.reader.model</c>.</summary>
    /// <exception cref="UsageException">A key is not known or a value is of the wrong kind. Values are not quoted: one may be a key.</exception>
    public static void Read(JsonElement llm, string path, Dictionary<string, string> values)
    {
        foreach (var property in Properties(llm, path, "llm", RootKeys))
        {
            if (property.Name is not "roles")
            {
                Add(property, path, "llm", values);
                continue;
            }

            foreach (var role in Properties(property.Value, path, "llm.roles", Roles))
            {
                foreach (var setting in Properties(role.Value, path, $"llm.roles.{role.Name}", ModelKeys))
                {
                    Add(setting, path, $"llm.roles.{role.Name}", values);
                }
            }
        }
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement element, string path, string place, string[] known)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            throw new UsageException($"The settings file '{path}': '{place}' is not an object.");
        }

        foreach (var property in element.EnumerateObject().Where(property => property.Value.ValueKind is not JsonValueKind.Null))
        {
            if (property.Name.Contains("key", StringComparison.OrdinalIgnoreCase) && property.Name is not "keyVariable")
            {
                throw new UsageException($"The settings file '{path}': a key does not belong into a file. Put it into the environment, and the variable's name into '{place}.keyVariable'.");
            }

            yield return known.Contains(property.Name, StringComparer.Ordinal)
                ? property
                : throw new UsageException($"The settings file '{path}' has the unknown key '{place}.{property.Name}'; known are {string.Join(", ", known)}.");
        }
    }

    private static void Add(JsonProperty property, string path, string place, Dictionary<string, string> values)
    {
        var isNumber = property.Name is "contextTokens";
        values[$"{place}.{property.Name}"] = (property.Value.ValueKind, isNumber) switch
        {
            (JsonValueKind.Number, true) when property.Value.TryGetInt32(out var number) => number.ToString(CultureInfo.InvariantCulture),
            (JsonValueKind.String, false) => property.Value.GetString()!,
            _ => throw new UsageException($"The settings file '{path}': '{place}.{property.Name}' is not a {(isNumber ? "whole number" : "string")}."),
        };
    }
}
