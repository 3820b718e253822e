using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads conversations of a ChatGPT data export: a tree of nodes of which <c>current_node</c> names the leaf that is shown.</summary>
/// <remarks>
/// Layout as described in github.com/mitkury/chatgpt-export-parser (docs/chatgpt-data-export-format.md) and
/// github.com/TomzxCode/llm-conversations-viewer (docs/formats.md); OpenAI publishes no schema. Not thread-safe: one reader for one import.
/// </remarks>
internal sealed class ChatGptReader(ImportOptions options)
{
    private const string Assistant = "ChatGPT";

    private readonly MessageTimes _times = new(options);

    /// <summary>Reads one conversation.</summary>
    /// <exception cref="FormatException">It has another shape.</exception>
    public IEnumerable<ImportedItem> Read(JsonElement conversation, string place)
    {
        var nodes = JsonFields.Object(conversation, "mapping") ?? throw new FormatException("'mapping' is missing: not a conversation of a ChatGPT export");
        var session = options.Session ?? JsonFields.Text(conversation, "conversation_id") ?? JsonFields.Text(conversation, "id");
        var title = JsonFields.Text(conversation, "title");
        var started = MessageTimes.Given(conversation, "create_time");
        var shown = Path(nodes, JsonFields.Text(conversation, "current_node"));
        var first = true;
        foreach (var (id, message) in shown)
        {
            var at = $"{place}, message {id}";
            if (Skip(message) is { } reason)
            {
                yield return ImportedItem.Without(at, reason);
                continue;
            }

            yield return Item(message, id, at, session, title, first ? started : null);
            first = false;
        }

        var onPath = shown.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var node in nodes.EnumerateObject())
        {
            if (!onPath.Contains(node.Name) && JsonFields.Object(node.Value, "message") is { } message && Skip(message) is null)
            {
                yield return ImportedItem.Without($"{place}, message {node.Name}", "on a branch that was edited or regenerated away");
            }
        }
    }

    /// <summary>The messages from the root to the leaf. A chain that runs into itself ends there.</summary>
    private static List<(string Id, JsonElement Message)> Path(JsonElement nodes, string? leaf)
    {
        leaf ??= nodes.EnumerateObject().Where(node => JsonFields.Array(node.Value, "children").Count == 0).Select(node => node.Name).LastOrDefault();
        var path = new List<(string, JsonElement)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (leaf is not null && seen.Add(leaf) && JsonFields.Object(nodes, leaf) is { } node)
        {
            if (JsonFields.Object(node, "message") is { } message)
            {
                path.Add((leaf, message));
            }

            leaf = JsonFields.Text(node, "parent");
        }

        path.Reverse();
        return path;
    }

    private static string? Skip(JsonElement message)
    {
        var role = JsonFields.Object(message, "author") is { } author ? JsonFields.Text(author, "role") : null;
        var type = JsonFields.Object(message, "content") is { } content ? JsonFields.Text(content, "content_type") : null;
        if (JsonFields.Object(message, "metadata") is { } metadata
            && metadata.TryGetProperty("is_visually_hidden_from_conversation", out var hidden) && hidden.ValueKind is JsonValueKind.True)
        {
            return "hidden in the conversation";
        }

        return (role, type) switch
        {
            ("system", _) => "instructions of the system",
            ("tool", _) => "tool output",
            ("assistant", _) when JsonFields.Text(message, "recipient") is not (null or "all") => "tool call",
            (_, null or "text" or "multimodal_text") => Text(message).Length == 0 ? "no text (an image or a file)" : null,
            (_, "thoughts" or "reasoning_recap") => "reasoning",
            (_, "code" or "execution_output") => "code that was run",
            _ => "content that is no text",
        };
    }

    private static string Text(JsonElement message)
    {
        var content = JsonFields.Object(message, "content") ?? default;
        var parts = content.ValueKind is JsonValueKind.Object ? JsonFields.Array(content, "parts") : [];
        return string.Join('\n', parts.Select(Part).Where(part => !string.IsNullOrWhiteSpace(part))).Trim();
    }

    private static string? Part(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => JsonFields.String(part, "parts"),
        JsonValueKind.Object => JsonFields.Text(part, "text"),
        _ => null,
    };

    private ImportedItem Item(JsonElement message, string node, string place, string? session, string? title, DateTimeOffset? started)
    {
        try
        {
            var author = JsonFields.Object(message, "author") ?? throw new FormatException("'author' is missing");
            var role = JsonFields.Role(author, "role", SpeakerRole.Person);
            var model = JsonFields.Object(message, "metadata") is { } metadata ? JsonFields.Text(metadata, "model_slug") : null;
            return new ImportedItem(place, new Interaction
            {
                Id = "chatgpt-" + (JsonFields.Text(message, "id") ?? node),
                Speaker = role is SpeakerRole.Person ? JsonFields.Text(author, "name") ?? options.Speaker ?? "user" : Assistant,
                Role = role,
                Text = Text(message),
                OccurredAt = _times.Next(MessageTimes.Given(message, "create_time") ?? started),
                Session = session,
                Metadata = SourceMetadata.Of("chatgpt", ("title", title), ("model", model)),
            }, null);
        }
        catch (FormatException fault)
        {
            return new ImportedItem(place, null, fault.Message);
        }
    }
}
