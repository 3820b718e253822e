using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads facts (<c>edges</c> or <c>facts</c>) and <c>episodes</c> of a Zep graph. Messages of a session are read as chat messages.</summary>
/// <remarks>
/// Layout: help.getzep.com/sdk-reference/graph/edge/get-edge and help.getzep.com/v2/sdk-reference/memory/get-session-messages.
/// A fact occurs when it became valid. Not thread-safe: one reader for one import.
/// </remarks>
internal sealed class ZepReader(ImportOptions options)
{
    private readonly ChatMessageReader _messages = new(options);
    private readonly MessageTimes _times = new(options);

    /// <summary>Reads one fact, or everything of an object that holds lists.</summary>
    /// <exception cref="FormatException">It has another shape.</exception>
    public IEnumerable<ImportedItem> Read(JsonElement entry, string place)
    {
        var isList = false;
        foreach (var list in (string[])["episodes", "messages", "edges", "facts", "relevant_facts", "nodes"])
        {
            isList |= entry.TryGetProperty(list, out _);
            var number = 0;
            foreach (var part in JsonFields.Array(entry, list))
            {
                yield return Item(list, part, $"{list}[{number++}]");
            }
        }

        if (!isList)
        {
            yield return Item(entry.TryGetProperty("fact", out _) ? "facts" : "episodes", entry, place);
        }
    }

    private ImportedItem Item(string list, JsonElement part, string place)
    {
        try
        {
            return list switch
            {
                "nodes" => ImportedItem.Without(place, "node of the graph (its facts are read)"),
                "messages" => Message(part, place),
                "episodes" => part.ValueKind is JsonValueKind.Object && part.TryGetProperty("role_type", out var role) && role.ValueKind is JsonValueKind.String
                    ? Message(part, place)
                    : Episode(part, place),
                _ => Fact(part, place),
            };
        }
        catch (FormatException fault)
        {
            return new ImportedItem(place, null, fault.Message);
        }
    }

    private ImportedItem Message(JsonElement message, string place) =>
        _messages.Read(message).FirstOrDefault() is { } interaction
            ? new ImportedItem(place, interaction, null)
            : ImportedItem.Without(place, "message without text");

    private ImportedItem Fact(JsonElement fact, string place)
    {
        if (fact.ValueKind is JsonValueKind.String)
        {
            // Sessions of older versions list facts as bare sentences.
            return MemoryItem.Of(place, "zep", null, JsonFields.String(fact, "fact"), _times.Next(null), options.Session, Empty);
        }

        return fact.ValueKind is not JsonValueKind.Object ? throw new FormatException("a fact is not a JSON object") : MemoryItem.Of(
            place,
            "zep",
            JsonFields.Text(fact, "uuid") ?? JsonFields.Text(fact, "uuid_"),
            JsonFields.Required(fact, "fact"),
            _times.Next(MessageTimes.Given(fact, "valid_at", "created_at")),
            options.Session,
            MemoryItem.Pick(fact, "name", "created_at", "valid_at", "invalid_at", "expired_at", "source_node_uuid", "target_node_uuid", "episodes", "rating"));
    }

    private ImportedItem Episode(JsonElement episode, string place) => episode.ValueKind is not JsonValueKind.Object
        ? throw new FormatException("an episode is not a JSON object")
        : MemoryItem.Of(
            place,
            "zep",
            JsonFields.Text(episode, "uuid") ?? JsonFields.Text(episode, "uuid_"),
            JsonFields.Required(episode, "content"),
            _times.Next(MessageTimes.Given(episode, "valid_at", "created_at")),
            options.Session ?? JsonFields.Text(episode, "session_id") ?? JsonFields.Text(episode, "thread_id"),
            MemoryItem.Pick(episode, "source_description"));

    private static readonly Dictionary<string, string> Empty = new(StringComparer.Ordinal);
}
