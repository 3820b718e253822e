using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads Letta: an agent file (<c>agents</c> with messages, and <c>blocks</c>), the older file of one agent, and messages as the API lists them.</summary>
/// <remarks>
/// Layout: github.com/letta-ai/agent-file, an agent file of github.com/letta-ai/letta (apps/web/cypress/downloads/customer-support-agent.af),
/// docs.letta.com/guides/agents/message-types. Not thread-safe: one reader for one import.
/// </remarks>
internal sealed class LettaReader(ImportOptions options)
{
    private readonly MessageTimes _times = new(options);

    /// <summary>Reads a file, or one message of a list.</summary>
    /// <exception cref="FormatException">It has another shape.</exception>
    public IEnumerable<ImportedItem> Read(JsonElement entry, string place)
    {
        if (entry.TryGetProperty("message_type", out _))
        {
            return [Guarded(place, () => Listed(entry, place))];
        }

        if (!entry.TryGetProperty("agents", out _))
        {
            return Agent(entry, "");
        }

        return JsonFields.Array(entry, "agents")
            .SelectMany((agent, i) => agent.ValueKind is JsonValueKind.Object ? Agent(agent, $"agents[{i}].") : throw new FormatException($"agents[{i}] is not a JSON object"))
            .Concat(Blocks(entry, "", "blocks"));
    }

    private IEnumerable<ImportedItem> Agent(JsonElement agent, string path)
    {
        var session = options.Session ?? JsonFields.Text(agent, "id") ?? JsonFields.Text(agent, "name");
        var speaker = JsonFields.Text(agent, "name") ?? "Letta";
        var messages = JsonFields.Array(agent, "messages").Select((message, i) =>
        {
            var place = $"{path}messages[{i}]";
            return Guarded(place, () => Message(message, place, session, speaker));
        });
        return messages.Concat(Blocks(agent, path, "core_memory"));
    }

    private IEnumerable<ImportedItem> Blocks(JsonElement owner, string path, string list) => JsonFields.Array(owner, list).Select((block, i) =>
    {
        var place = $"{path}{list}[{i}]";
        return Guarded(place, () => Block(block, place));
    });

    /// <summary>What the agent holds about the person; what it holds about itself is not their memory.</summary>
    private ImportedItem Block(JsonElement block, string place)
    {
        if (JsonFields.Text(block, "label") is not "human")
        {
            return ImportedItem.Without(place, "memory block that is not about the person");
        }

        var text = JsonFields.Text(block, "value");
        return string.IsNullOrWhiteSpace(text)
            ? ImportedItem.Without(place, "empty memory block")
            : MemoryItem.Of(place, "letta", null, text, _times.Next(MessageTimes.Given(block, "updated_at", "created_at")), options.Session, MemoryItem.Pick(block, "label"));
    }

    /// <summary>A message of the API, which says with <c>message_type</c> what it is.</summary>
    private ImportedItem Listed(JsonElement message, string place) => JsonFields.Text(message, "message_type") switch
    {
        "user_message" => Spoken(message, place, SpeakerRole.Person, options.Session, "Letta", "date"),
        "assistant_message" => Spoken(message, place, SpeakerRole.Assistant, options.Session, "Letta", "date"),
        "tool_call_message" => ImportedItem.Without(place, "tool call"),
        "tool_return_message" => ImportedItem.Without(place, "tool output"),
        "reasoning_message" or "hidden_reasoning_message" => ImportedItem.Without(place, "reasoning"),
        "system_message" => ImportedItem.Without(place, "instructions of the system"),
        _ => ImportedItem.Without(place, "event of the agent"),
    };

    private ImportedItem Message(JsonElement message, string place, string? session, string agent)
    {
        var role = JsonFields.Role(message, "role", SpeakerRole.Person);
        return role switch
        {
            SpeakerRole.System => ImportedItem.Without(place, "instructions of the system"),
            SpeakerRole.Tool => ImportedItem.Without(place, "tool output"),
            _ => Spoken(message, place, role, session, agent, "created_at"),
        };
    }

    private ImportedItem Spoken(JsonElement message, string place, SpeakerRole role, string? session, string agent, string time)
    {
        var calls = JsonFields.Array(message, "tool_calls");
        var text = calls.Count > 0 ? Sent(calls) : ChatMessageText.Of(message) ?? JsonFields.Text(message, "text");
        if (text is null && calls.Count > 0)
        {
            return ImportedItem.Without(place, "tool call");
        }

        text = role is SpeakerRole.Person && text is not null ? Unpacked(text) : text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return ImportedItem.Without(place, role is SpeakerRole.Person ? "event of the agent" : "no text");
        }

        var speaker = role is SpeakerRole.Person ? options.Speaker ?? "user" : agent;
        var occurredAt = _times.Next(MessageTimes.Given(message, time, "created_at", "date"));
        var metadata = SourceMetadata.Of("letta");
        return new ImportedItem(place, new Interaction
        {
            // Ids of an agent file (message-0) are its own only within the file.
            Id = JsonFields.Text(message, "id") is { Length: > 20 } id
                ? "letta-" + id
                : ContentId.Of(session, speaker, role, occurredAt, text, metadata),
            Speaker = speaker,
            Role = role,
            Text = text.Trim(),
            OccurredAt = occurredAt,
            Session = session,
            Metadata = metadata,
        }, null);
    }

    /// <summary>Agents of the first kind answer by a tool, <c>send_message</c>.</summary>
    private static string? Sent(IReadOnlyList<JsonElement> calls)
    {
        var sent = calls.Select(call => JsonFields.Object(call, "function"))
            .OfType<JsonElement>()
            .Where(function => JsonFields.Text(function, "name") is "send_message")
            .Select(function => Field(JsonFields.Text(function, "arguments"), "message"))
            .OfType<string>()
            .ToList();
        return sent.Count == 0 ? null : string.Join('\n', sent);
    }

    /// <summary>Agents of the first kind get what the person says in an envelope, <c>{"type": "user_message", "message": ...}</c>, and events in others.</summary>
    private static string? Unpacked(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{\"type\"") && !text.AsSpan().TrimStart().StartsWith("{\n"))
        {
            return text;
        }

        return Field(text, "type") switch
        {
            null => text,
            "user_message" => Field(text, "message"),
            _ => null,
        };
    }

    private static string? Field(string? json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            return document.RootElement.ValueKind is JsonValueKind.Object ? JsonFields.Text(document.RootElement, name) : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }

    private static ImportedItem Guarded(string place, Func<ImportedItem> read)
    {
        try
        {
            return read();
        }
        catch (FormatException fault)
        {
            return new ImportedItem(place, null, fault.Message);
        }
        catch (InvalidOperationException)
        {
            return new ImportedItem(place, null, "not a JSON object");
        }
    }
}
