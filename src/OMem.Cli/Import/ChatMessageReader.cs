using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Turns chat messages <c>{role, content}</c> into interactions, in order; keeps the time of the last one.</summary>
/// <remarks>Not thread-safe: one reader for one import.</remarks>
internal sealed class ChatMessageReader(ImportOptions options)
{
    private static readonly string[] TimeFields = ["occurredAt", "created_at", "createdAt", "timestamp", "created"];

    private readonly MessageTimes _times = new(options);

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

        var session = options.Session ?? JsonFields.Text(entry, "session") ?? JsonFields.Text(entry, "session_id") ?? JsonFields.Text(entry, "thread_id") ?? JsonFields.Text(entry, "id");
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

        // Zep's 'role' is a name anybody may choose; what kind of party it is stands in 'role_type'.
        var kind = message.TryGetProperty("role_type", out _) ? "role_type" : "role";
        var roleName = JsonFields.Required(message, kind);
        var role = JsonFields.Role(message, kind, SpeakerRole.Person);
        var speaker = JsonFields.Text(message, "name") ?? (kind is "role_type" ? JsonFields.Text(message, "role") : null)
            ?? (role is SpeakerRole.Person ? options.Speaker : null) ?? roleName;
        var metadata = JsonFields.Metadata(message, "metadata");
        var occurredAt = _times.Next(Given(message));
        session = JsonFields.Text(message, "session") ?? session;
        return new Interaction
        {
            Id = JsonFields.Text(message, "id") ?? JsonFields.Text(message, "uuid") ?? ContentId.Of(session, speaker, role, occurredAt, text, metadata),
            Speaker = speaker,
            Role = role,
            Trust = JsonFields.Trust(message, "trust", options.Trust),
            Text = text,
            OccurredAt = occurredAt,
            Session = session,
            Metadata = metadata,
        };
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
