using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Turns chat messages <c>{role, content}</c> into interactions, in order; keeps the time of the last one.</summary>
/// <remarks>Not thread-safe: one reader for one import.</remarks>
internal sealed class ChatMessageReader(ImportOptions options)
{
    private static readonly string[] TimeFields = ["occurredAt", "created_at", "createdAt", "timestamp", "created"];

    private DateTimeOffset? _last;

    /// <summary>Reads a message, or every message of an object with <c>messages</c>.</summary>
    /// <exception cref="FormatException">A message is not valid.</exception>
    public IEnumerable<Interaction> Read(JsonElement entry)
    {
        if (entry.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("not a JSON object");
        }

        if (!entry.TryGetProperty("messages", out var messages))
        {
            return ReadMessage(entry, options.Session) is { } single ? [single] : [];
        }

        if (messages.ValueKind is not JsonValueKind.Array)
        {
            throw new FormatException("'messages' is not an array");
        }

        var session = options.Session ?? JsonFields.Text(entry, "session") ?? JsonFields.Text(entry, "id");
        return messages.EnumerateArray().Select(message => ReadMessage(message, session)).OfType<Interaction>().ToList();
    }

    private Interaction? ReadMessage(JsonElement message, string? session)
    {
        if (message.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("a message is not a JSON object");
        }

        var text = ChatMessageText.Of(message);
        if (text is null)
        {
            return null;
        }

        var roleName = JsonFields.Required(message, "role");
        var role = JsonFields.Role(message, "role", SpeakerRole.Person);
        var speaker = JsonFields.Text(message, "name") ?? roleName;
        var metadata = JsonFields.Metadata(message, "metadata");
        var occurredAt = Time(message);
        _last = occurredAt;
        session = JsonFields.Text(message, "session") ?? session;
        return new Interaction
        {
            Id = JsonFields.Text(message, "id") ?? ContentId.Of(session, speaker, role, occurredAt, text, metadata),
            Speaker = speaker,
            Role = role,
            Text = text,
            OccurredAt = occurredAt,
            Session = session,
            Metadata = metadata,
        };
    }

    private DateTimeOffset Time(JsonElement message)
    {
        if (Given(message) is { } given)
        {
            return given;
        }

        return _last is { } last
            ? last + (options.Step ?? ImportOptions.DefaultStep)
            : options.StartedAt ?? throw new FormatException(
                "the message has no time; give --started-at, or a time in 'created_at' or 'metadata.occurredAt'");
    }

    private static DateTimeOffset? Given(JsonElement message)
    {
        foreach (var name in TimeFields)
        {
            if (message.TryGetProperty(name, out _))
            {
                return JsonFields.Instant(message, name);
            }
        }

        return message.TryGetProperty("metadata", out var metadata) && metadata.ValueKind is JsonValueKind.Object
            && Array.Find(TimeFields, name => metadata.TryGetProperty(name, out _)) is { } field
            ? JsonFields.Instant(metadata, field)
            : null;
    }
}
