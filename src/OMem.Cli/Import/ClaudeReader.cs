using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads conversations of a Claude data export, messages in the order of the file.</summary>
/// <remarks>
/// Layout as typed in github.com/socketteer/Claude-Conversation-Exporter and described in github.com/Sinity/polylogue
/// (docs/providers/claude-ai.md); Anthropic publishes no schema. Not thread-safe: one reader for one import.
/// </remarks>
internal sealed class ClaudeReader(ImportOptions options)
{
    private readonly MessageTimes _times = new(options);

    /// <summary>Reads one conversation.</summary>
    /// <exception cref="FormatException">It has another shape.</exception>
    public IEnumerable<ImportedItem> Read(JsonElement conversation, string place)
    {
        if (!conversation.TryGetProperty("chat_messages", out _))
        {
            throw new FormatException("'chat_messages' is missing: not a conversation of a Claude export");
        }

        var session = options.Session ?? JsonFields.Text(conversation, "uuid");
        var title = JsonFields.Text(conversation, "name");
        var started = MessageTimes.Given(conversation, "created_at");
        var number = 0;
        foreach (var message in JsonFields.Array(conversation, "chat_messages"))
        {
            var at = $"{place}, message {++number}";
            yield return Item(message, at, session, title, number == 1 ? started : null);
            if (message.ValueKind is JsonValueKind.Object && JsonFields.Array(message, "attachments").Count > 0)
            {
                yield return ImportedItem.Without(at, "attached file");
            }
        }
    }

    private ImportedItem Item(JsonElement message, string place, string? session, string? title, DateTimeOffset? started)
    {
        try
        {
            if (message.ValueKind is not JsonValueKind.Object)
            {
                throw new FormatException("a message is not a JSON object");
            }

            JsonFields.Required(message, "sender");
            var role = JsonFields.Role(message, "sender", SpeakerRole.Person);
            var text = Text(message);
            if (text.Length == 0)
            {
                return ImportedItem.Without(place, "no text (a tool call, an image or a file)");
            }

            var occurredAt = _times.Next(MessageTimes.Given(message, "created_at") ?? started);
            var speaker = role is SpeakerRole.Person ? options.Speaker ?? "user" : "Claude";
            var metadata = SourceMetadata.Of("claude", ("title", title));
            return new ImportedItem(place, new Interaction
            {
                Id = JsonFields.Text(message, "uuid") is { } id ? "claude-" + id : ContentId.Of(session, speaker, role, occurredAt, text, metadata),
                Speaker = speaker,
                Role = role,
                Text = text,
                OccurredAt = occurredAt,
                Session = session,
                Metadata = metadata,
            }, null);
        }
        catch (FormatException fault)
        {
            return new ImportedItem(place, null, fault.Message);
        }
    }

    /// <summary>The text blocks; in older exports, which have none, the text. With blocks the text also holds stand-ins for what cannot be shown.</summary>
    private static string Text(JsonElement message)
    {
        var blocks = JsonFields.Array(message, "content").Where(block => block.ValueKind is JsonValueKind.Object).ToList();
        var text = blocks.Count == 0
            ? JsonFields.Text(message, "text")
            : string.Join('\n', blocks.Where(block => JsonFields.Text(block, "type") is "text").Select(block => JsonFields.Text(block, "text")).Where(part => !string.IsNullOrWhiteSpace(part)));
        return text?.Trim() ?? "";
    }
}
