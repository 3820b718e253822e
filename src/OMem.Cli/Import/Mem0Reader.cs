using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads memories of Mem0: what <c>get_all</c> returns (<c>results</c>, an array or lines), and exports with <c>memories</c>.</summary>
/// <remarks>Layout: docs.mem0.ai/api-reference/memory/get-memories and docs.mem0.ai/cookbooks/essentials/exporting-memories. Not thread-safe: one reader for one import.</remarks>
internal sealed class Mem0Reader(ImportOptions options)
{
    private readonly MessageTimes _times = new(options);

    /// <summary>Reads one memory, or every memory of an object with <c>results</c> or <c>memories</c>.</summary>
    /// <exception cref="FormatException">It has another shape.</exception>
    public IEnumerable<ImportedItem> Read(JsonElement entry, string place)
    {
        var lists = ((string[])["results", "memories"]).Where(name => entry.TryGetProperty(name, out _)).ToList();
        if (lists.Count == 0)
        {
            yield return Item(entry, place);
            yield break;
        }

        foreach (var list in lists)
        {
            var number = 0;
            foreach (var memory in JsonFields.Array(entry, list))
            {
                yield return Item(memory, $"{list}[{number++}]");
            }
        }

        foreach (var _ in JsonFields.Array(entry, "relations"))
        {
            yield return ImportedItem.Without("relations", "relation of the graph (its memory is read)");
        }
    }

    private ImportedItem Item(JsonElement memory, string place)
    {
        try
        {
            if (memory.ValueKind is not JsonValueKind.Object)
            {
                throw new FormatException("a memory is not a JSON object");
            }

            var text = JsonFields.Text(memory, "memory") ?? JsonFields.Text(memory, "content") ?? JsonFields.Text(memory, "text") ?? throw new FormatException("'memory' is missing");
            if (string.IsNullOrWhiteSpace(text))
            {
                return ImportedItem.Without(place, "empty memory");
            }

            return MemoryItem.Of(
                place,
                "mem0",
                JsonFields.Scalar(memory, "id"),
                text,
                _times.Next(MessageTimes.Given(memory, "created_at", "createdAt", "updated_at")),
                options.Session ?? JsonFields.Text(memory, "run_id"),
                MemoryItem.Pick(memory, "user_id", "agent_id", "app_id", "actor_id", "role", "categories", "updated_at", "expiration_date"));
        }
        catch (FormatException fault)
        {
            return new ImportedItem(place, null, fault.Message);
        }
    }
}
