using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OMem.Cli.Output;

namespace OMem.Cli.Export;

/// <summary>Writes a memory as JSON Lines. Without recording times the same input gives the same bytes.</summary>
internal sealed class ExportWriter(TextWriter writer, bool withRecordedAt)
{
    // Times of the writing machine, not of the person's life.
    private static readonly string[] RecordingTimes = ["recordedAt", "supersededAt"];

    // The most a topic query may ask for.
    private const int MostTopics = 100_000;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions CompactText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one interaction, in the layout <c>omem remember</c> reads.</summary>
    public void Write(StoredInteraction stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("id", stored.Interaction.Id);
            json.WriteString("speaker", stored.Interaction.Speaker);
            json.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(stored.Interaction.Role.ToString()));
            json.WriteString("text", stored.Interaction.Text);
            json.WriteString("occurredAt", stored.Interaction.OccurredAt);
            json.WriteString("session", stored.Interaction.Session);
            json.WriteStartObject("metadata");
            foreach (var (key, value) in stored.Interaction.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            if (withRecordedAt)
            {
                json.WriteString("recordedAt", stored.RecordedAt);
            }

            json.WriteEndObject();
        }

        writer.Write(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
        writer.Write('\n');
    }

    /// <summary>Writes one piece of derived memory with its type in front.</summary>
    public void Write<T>(string type, T value, JsonTypeInfo<T> typeInfo)
    {
        var line = new JsonObject { ["type"] = type };
        foreach (var (key, node) in JsonSerializer.SerializeToNode(value, typeInfo)!.AsObject())
        {
            if (withRecordedAt || !RecordingTimes.Contains(key, StringComparer.Ordinal))
            {
                line[key] = node?.DeepClone();
            }
        }

        writer.Write(line.ToJsonString(CompactText));
        writer.Write('\n');
    }

    /// <summary>Writes everything derived: persona items, superseded ones too, clusters, topics and the ledger.</summary>
    public async Task WriteDerivedAsync(IMemory memory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var persona = await memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true }, cancellationToken);
        foreach (var item in persona.Attributes.Concat(persona.Facts).OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            Write(item.Kind is PersonaItemKind.Attribute ? "attribute" : "fact", item, OutputJson.Readable.PersonaItem);
        }

        foreach (var cluster in persona.Clusters.OrderBy(cluster => cluster.Id, StringComparer.Ordinal))
        {
            Write("cluster", cluster, OutputJson.Readable.AttributeCluster);
        }

        var topics = await memory.GetTopicsAsync(new TopicQuery { Limit = MostTopics }, cancellationToken);
        foreach (var topic in topics.OrderBy(topic => topic.Id, StringComparer.Ordinal))
        {
            Write("topic", topic, OutputJson.Readable.Topic);
        }

        await foreach (var entry in memory.GetHistoryAsync(cancellationToken: cancellationToken))
        {
            Write("ledger", entry, OutputJson.Readable.LedgerEntry);
        }
    }
}
