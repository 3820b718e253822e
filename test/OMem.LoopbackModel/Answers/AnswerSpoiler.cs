using System.Text.Json;
using System.Text.Json.Nodes;

namespace OMem.LoopbackModel;

/// <summary>Spoils an answer that followed its schema.</summary>
internal static class AnswerSpoiler
{
    private const string NoSuchValue = "no-such-value";

    /// <summary>The answer with the fault in it; the answer as it was when the fault does not lie in its text.</summary>
    public static string Spoil(string answer, LoopbackFault fault, JsonElement? schema) => fault switch
    {
        LoopbackFault.Truncated => answer[..(answer.Length / 2)],
        LoopbackFault.MalformedJson => "Sure! Here is the JSON you asked for:\n" + answer.Replace('"', '\''),
        LoopbackFault.Empty or LoopbackFault.ContentFilter => "",
        LoopbackFault.WrongEnum => Change(answer, node => WrongEnum(node, schema, schema)),
        LoopbackFault.UnknownIds => Change(answer, UnknownIds),
        LoopbackFault.MissingField => Change(answer, MissingField),
        LoopbackFault.DropsItems => Change(answer, static node => Shorten(node, keepLast: false)),
        LoopbackFault.HoldsLess => Change(answer, static node => Shorten(node, keepLast: true)),
        _ => answer,
    };

    private static string Change(string answer, Action<JsonNode> change)
    {
        try
        {
            var node = JsonNode.Parse(answer)!;
            change(node);
            return node.ToJsonString();
        }
        catch (JsonException)
        {
            // Free text has no fields to spoil.
            return answer;
        }
    }

    private static void WrongEnum(JsonNode? node, JsonElement? schema, JsonElement? root)
    {
        if (schema?.TryGetProperty("$ref", out var reference) is true)
        {
            schema = SchemaFiller.Resolve(root!.Value, reference.GetString()!);
        }

        if (node is JsonObject fields)
        {
            foreach (var name in fields.Select(field => field.Key).ToList())
            {
                var property = Property(schema, name);
                if (property?.TryGetProperty("enum", out _) is true)
                {
                    fields[name] = NoSuchValue;
                }
                else
                {
                    WrongEnum(fields[name], property, root);
                }
            }
        }
        else if (node is JsonArray items)
        {
            var item = schema?.TryGetProperty("items", out var found) is true ? found : (JsonElement?)null;
            for (var i = 0; i < items.Count; i++)
            {
                WrongEnum(items[i], item, root);
            }
        }
    }

    private static JsonElement? Property(JsonElement? schema, string name) =>
        schema is { ValueKind: JsonValueKind.Object } known
        && known.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property) ? property : null;

    /// <summary>Every number or text in a field whose name speaks of ids or evidence names nothing.</summary>
    private static void UnknownIds(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.Where(item => item is not null))
            {
                UnknownIds(item!);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (IsId(name))
                {
                    fields[name] = Unknown(value);
                }
                else if (value is not null)
                {
                    UnknownIds(value);
                }
            }
        }
    }

    private static bool IsId(string name) =>
        name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("ids", StringComparison.OrdinalIgnoreCase)
        || name is "evidence" or "message" or "messages" or "citations" or "target";

    private static JsonNode? Unknown(JsonNode? value) => value switch
    {
        JsonArray items => new JsonArray([.. items.Select(Unknown)]),
        JsonObject fields => Spoilt(fields),
        JsonValue number when number.GetValueKind() is JsonValueKind.Number => 999_999,
        JsonValue text when text.GetValueKind() is JsonValueKind.String => "unknown-999999",
        _ => null,
    };

    private static JsonNode Spoilt(JsonObject fields)
    {
        var copy = fields.DeepClone();
        UnknownIds(copy);
        return copy;
    }

    /// <summary>Leaves out the second half of the lists.</summary>
    private static void Shorten(JsonNode node, bool keepLast)
    {
        var lists = (node as JsonObject)?.Select(static field => field.Value).OfType<JsonArray>().ToList() ?? [];
        foreach (var list in keepLast && lists.Count > 1 ? lists[..^1] : lists)
        {
            for (var keep = list.Count / 2; list.Count > keep;)
            {
                list.RemoveAt(list.Count - 1);
            }
        }
    }

    /// <summary>Takes the first field away, of the items of the first list that has any, or of the whole.</summary>
    private static void MissingField(JsonNode node)
    {
        if (node is not JsonObject fields || fields.Count == 0)
        {
            return;
        }

        var items = fields.Select(field => field.Value).OfType<JsonArray>().FirstOrDefault(list => list.Count > 0 && list[0] is JsonObject);
        var target = items is null ? fields : items[0]!.AsObject();
        if (target.Count > 0)
        {
            target.Remove(target.First().Key);
        }
    }
}
