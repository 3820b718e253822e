using System.Text.Json;

namespace OMem.Trust.Recognition;

/// <summary>What is left of a text around a block that was cut out: without the quotation marks, fences and JSON that only held the block.</summary>
internal static class LeftOver
{
    private static readonly string[] Fences = ["```", "~~~"];

    /// <summary>Fields of a chat message that say nothing.</summary>
    private static readonly string[] Frame = ["role", "type", "name", "id", "model", "object"];

    /// <summary>The text without a block.</summary>
    public static string Without(string text, (int Start, int End) block)
    {
        var before = text[..block.Start];
        var after = text[block.End..];
        var line = before.LastIndexOf('\n') + 1;
        if (before.AsSpan(line).Trim(" \t>").IsEmpty)
        {
            before = before[..line];
        }

        foreach (var fence in Fences)
        {
            var opening = before.AsSpan().TrimEnd(" \t\r\n>");
            var start = opening.LastIndexOf('\n') + 1;
            var closing = after.AsSpan().TrimStart(" \t\r\n>");
            if (opening[start..].TrimStart(" \t>").StartsWith(fence, StringComparison.Ordinal) && closing.StartsWith(fence, StringComparison.Ordinal))
            {
                before = before[..start];
                after = closing[fence.Length..].ToString();
            }
        }

        var isWithinLine = before.Length > 0 && before[^1] != '\n' && after.Length > 0 && after[0] is not ('\r' or '\n');
        var (left, right) = isWithinLine ? (before, after) : (before.TrimEnd(), after.TrimStart());
        return left.Length == 0 || right.Length == 0 || isWithinLine ? left + right : left + "\n" + right;
    }

    /// <summary>Whether nothing is left that anybody said.</summary>
    public static bool IsNothing(string text)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n>`~\"'");
        return trimmed.IsEmpty || trimmed.IsWhiteSpace() || (trimmed[0] is '{' or '[' && IsEmptyJson(text));
    }

    private static bool IsEmptyJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory().Trim());
            return IsEmpty(document.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON: somebody's words that begin with a bracket.
            return false;
        }
    }

    private static bool IsEmpty(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(static field => Frame.Contains(field.Name, StringComparer.Ordinal) || IsEmpty(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsEmpty),
        JsonValueKind.String => element.GetString()!.Replace("\\n", "", StringComparison.Ordinal).AsSpan().IsWhiteSpace(),
        JsonValueKind.Null => true,
        _ => false,
    };
}
