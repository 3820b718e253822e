using System.Text.Json;
using System.Text.Json.Nodes;

namespace OMem.LoopbackModel;

/// <summary>Writes the least that a JSON schema allows: required fields only, empty lists, first values of enumerations.</summary>
public static class SchemaFiller
{
    private const int MaxDepth = 32;

    /// <summary>An answer that follows the schema.</summary>
    public static string Fill(JsonElement schema) => Fill(schema, schema, MaxDepth)?.ToJsonString() ?? "null";

    private static JsonNode? Fill(JsonElement schema, JsonElement root, int depth)
    {
        if (depth == 0 || schema.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Fill(Resolve(root, reference.GetString()!), root, depth - 1);
        }

        if (schema.TryGetProperty("const", out var only))
        {
            return JsonNode.Parse(only.GetRawText());
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[0].GetRawText());
        }

        foreach (var either in (string[])["anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(either, out var choices))
            {
                return Fill(choices[0], root, depth - 1);
            }
        }

        return TypeOf(schema) switch
        {
            "object" => FillObject(schema, root, depth),
            "array" => FillArray(schema, root, depth),
            "string" => "text",
            "integer" or "number" => schema.TryGetProperty("minimum", out var least) ? JsonNode.Parse(least.GetRawText()) : 0,
            "boolean" => true,
            _ => null,
        };
    }

    private static string? TypeOf(JsonElement schema) => schema.TryGetProperty("type", out var type)
        ? type.ValueKind is JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()).FirstOrDefault(one => one is not "null") : type.GetString()
        : schema.TryGetProperty("properties", out _) ? "object" : null;

    private static JsonObject FillObject(JsonElement schema, JsonElement root, int depth)
    {
        var filled = new JsonObject();
        if (schema.TryGetProperty("required", out var required) && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                filled[name] = properties.TryGetProperty(name, out var property) ? Fill(property, root, depth - 1) : null;
            }
        }

        return filled;
    }

    private static JsonArray FillArray(JsonElement schema, JsonElement root, int depth)
    {
        var filled = new JsonArray();
        var least = schema.TryGetProperty("minItems", out var items) ? items.GetInt32() : 0;
        for (var i = 0; i < least; i++)
        {
            filled.Add(Fill(schema.GetProperty("items"), root, depth - 1));
        }

        return filled;
    }

    /// <summary>What a reference inside the schema stands for.</summary>
    internal static JsonElement Resolve(JsonElement root, string reference)
    {
        var at = root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.GetProperty(step);
        }

        return at;
    }
}
