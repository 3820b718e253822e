using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>The words of a chat message, whose content is a string or an array of parts.</summary>
internal static class ChatMessageText
{
    /// <summary>The text; null when the message says nothing, as one that only calls a tool.</summary>
    /// <exception cref="FormatException">The content has another shape.</exception>
    public static string? Of(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content) || content.ValueKind is JsonValueKind.Null)
        {
            return message.TryGetProperty("role", out _) ? null : throw new FormatException("neither 'role' nor 'content'");
        }

        var text = content.ValueKind switch
        {
            JsonValueKind.String => JsonFields.Text(message, "content"),
            JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(Part).OfType<string>()),
            _ => throw new FormatException("'content' is neither a string nor an array of parts"),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string? Part(JsonElement part)
    {
        if (part.ValueKind is JsonValueKind.String)
        {
            return part.GetString();
        }

        if (part.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("a part of 'content' is neither a string nor an object");
        }

        return JsonFields.Text(part, "type") switch
        {
            null or "text" or "input_text" or "output_text" => JsonFields.Text(part, "text"),
            "refusal" => JsonFields.Text(part, "refusal"),
            _ => null,
        };
    }
}
