using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>Reads what a judge wrote: a JSON object, also inside other text.</summary>
internal static class JudgeReply
{
    /// <summary>Whether the label is CORRECT; null when there is no label to read.</summary>
    public static bool? Label(string reply) => Read<bool>(reply, "label", value => value.ValueKind is JsonValueKind.String
        ? value.GetString()!.Trim().ToUpperInvariant() switch { "CORRECT" => true, "WRONG" => false, _ => null }
        : null);

    /// <summary>So many scores of 0, 0.5 or 1; null when there are not.</summary>
    public static IReadOnlyList<double>? Scores(string reply, int count)
    {
        var scores = List<double>(reply, "scores", value => value.TryGetDouble(out var score) && score is 0 or 0.5 or 1 ? score : null);
        return scores?.Count == count ? scores : null;
    }

    /// <summary>Distinct numbers from 1 to <paramref name="count"/>; null when there are none to read.</summary>
    public static IReadOnlyList<int>? Order(string reply, int count)
    {
        var order = List<int>(reply, "order", value => value.TryGetInt32(out var number) && number >= 1 && number <= count ? number : null);
        return order is not null && order.Distinct().Count() == order.Count ? order : null;
    }

    private static List<T>? List<T>(string reply, string name, Func<JsonElement, T?> read)
        where T : struct
    {
        using var document = Parse(reply);
        if (document is null || !document.RootElement.TryGetProperty(name, out var array) || array.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var items = array.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.Number ? read(item) : null).ToList();
        return items.TrueForAll(item => item is not null) ? items.ConvertAll(item => item!.Value) : null;
    }

    private static T? Read<T>(string reply, string name, Func<JsonElement, T?> read)
        where T : struct
    {
        using var document = Parse(reply);
        return document is not null && document.RootElement.TryGetProperty(name, out var value) ? read(value) : null;
    }

    private static JsonDocument? Parse(string reply)
    {
        var (start, end) = (reply.IndexOf('{', StringComparison.Ordinal), reply.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(reply.AsMemory(start, end - start + 1));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
