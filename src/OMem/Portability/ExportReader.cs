using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OMem.Interactions;

namespace OMem.Portability;

/// <summary>Reads an export whole: every line, the counts of the first and the hash of the last have to agree before anything is made of it.</summary>
/// <remarks>Not thread-safe: one instance for one export.</remarks>
internal sealed class ExportReader
{
    private readonly InteractionValidator _validator;
    private readonly List<StoredInteraction> _log = [];
    private readonly HashSet<long> _positions = [];
    private readonly List<long> _hidden = [];
    private readonly List<long> _waiting = [];
    private readonly List<PersonaItem> _items = [];
    private readonly List<AttributeCluster> _clusters = [];
    private readonly List<Topic> _topics = [];
    private readonly List<LedgerEntry> _ledger = [];
    private readonly HashSet<(string Type, string Id)> _ids = [];
    private ExportHeader? _header;

    private ExportReader(InteractionValidator validator) => _validator = validator;

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidExportException">It is damaged, cut off or of another version.</exception>
    public static async Task<ExportContent> ReadAsync(Stream input, InteractionValidator validator, CancellationToken cancellationToken)
    {
        var reader = new ExportReader(validator);
        using var lines = new ExportLineReader(input);
        ExportEnd? end = null;
        long number = 0;
        await foreach (var line in lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            number = line.Number;
            if (end is not null)
            {
                throw new InvalidExportException(number, "it stands after the end of the export");
            }

            if (string.Equals(line.Type, ExportTypes.End, StringComparison.Ordinal))
            {
                end = Parse(line, ExportJson.Lines.ExportEnd);
                reader.CheckCounts(number);
                CheckHash(number, end, lines.HashBefore);
            }
            else
            {
                reader.Read(line);
            }
        }

        return end is not null
            ? reader.Content(end)
            : throw new InvalidExportException(number + 1, number == 0 ? "the export is empty" : "the export is cut off: its last line, of type 'end', is missing");
    }

    private static T Parse<T>(ExportLine line, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            return JsonSerializer.Deserialize(line.Body.Span, typeInfo) ?? throw new InvalidExportException(line.Number, "it is not an object");
        }
        catch (JsonException fault)
        {
            var place = fault.Path is null or "$" ? "" : $" at {Field(fault.Path)}";
            throw new InvalidExportException(line.Number, $"it is not a valid '{line.Type}'{place}: {Describe(fault)}", fault);
        }
        catch (InvalidOperationException fault)
        {
            // Half of a surrogate pair, as an escape.
            throw new InvalidExportException(line.Number, $"it is not a valid '{line.Type}': a string is not well-formed Unicode", fault);
        }
    }

    /// <summary>The path down to the first name: what stands below can be a key of the person's.</summary>
    private static string Field(string path)
    {
        var end = path.AsSpan(2).IndexOfAny('.', '[');
        return end < 0 ? path : path[..(end + 2)];
    }

    /// <summary>What is wrong, in words that know nothing of .NET.</summary>
    private static string Describe(JsonException fault)
    {
        var message = fault.Message;
        if (message.Contains("could not be converted", StringComparison.Ordinal) || message.Contains("null values", StringComparison.Ordinal))
        {
            return "the value is not one that belongs there";
        }

        if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return "it has a field that is not known";
        }

        const string Missing = "including: ";
        if (message.IndexOf(Missing, StringComparison.Ordinal) is > 0 and var at)
        {
            return "it lacks " + message[(at + Missing.Length)..].TrimEnd('.', ' ');
        }

        // The parser's own place counts from the start of the line without its type.
        foreach (var tail in (ReadOnlySpan<string>)[" Path:", " LineNumber:"])
        {
            var cut = message.IndexOf(tail, StringComparison.Ordinal);
            message = cut < 0 ? message : message[..cut];
        }

        return message.TrimEnd('.', ' ');
    }

    private static void CheckHash(long number, ExportEnd end, string hash)
    {
        if (!string.Equals(end.Sha256, hash, StringComparison.Ordinal))
        {
            throw new InvalidExportException(number, "the hash it names is not that of the lines before it: the export was changed after it was written");
        }
    }

    private void Read(ExportLine line)
    {
        if (line.Number == 1)
        {
            ReadHeader(line);
            return;
        }

        switch (line.Type)
        {
            case ExportTypes.Interaction:
                ReadInteraction(line);
                break;
            case ExportTypes.Attribute:
                ReadItem(line, PersonaItemKind.Attribute);
                break;
            case ExportTypes.Fact:
                ReadItem(line, PersonaItemKind.Fact);
                break;
            case ExportTypes.Cluster:
                var cluster = Parse(line, ExportJson.Lines.AttributeCluster);
                CheckId(line, ExportTypes.Cluster, cluster.Id);
                _clusters.Add(cluster);
                break;
            case ExportTypes.Topic:
                ReadTopic(line);
                break;
            case ExportTypes.Ledger:
                var entry = Parse(line, ExportJson.Lines.LedgerEntry);
                CheckSequence(line, entry.Sequence, _ledger.Count + 1);
                _ledger.Add(entry);
                break;
            default:
                throw new InvalidExportException(line.Number, "its type is not one an export of this version has");
        }
    }

    private void ReadHeader(ExportLine line)
    {
        // The version first: a later one may have other fields.
        if (Version(line) is var version && version is not (>= 1 and <= ExportHeader.CurrentVersion))
        {
            throw new InvalidExportException(
                line.Number,
                version is null ? "it names no version" : $"the export is of version {version}; this program reads versions up to {ExportHeader.CurrentVersion}");
        }

        _header = Parse(line, ExportJson.Lines.ExportHeader);
    }

    private static long? Version(ExportLine line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Body);
            return document.RootElement.TryGetProperty("version", out var version) && version.ValueKind is JsonValueKind.Number && version.TryGetInt64(out var number) ? number : null;
        }
        catch (JsonException fault)
        {
            throw new InvalidExportException(line.Number, $"it is not valid JSON: {Describe(fault)}", fault);
        }
    }

    private void ReadInteraction(ExportLine line)
    {
        var exported = Parse(line, ExportJson.Lines.ExportedInteraction);
        CheckPosition(line, exported);
        CheckId(line, ExportTypes.Interaction, exported.Id);
        var interaction = exported.ToInteraction();
        try
        {
            _validator.CheckEach([interaction]);
        }
        catch (InvalidInteractionException fault)
        {
            throw new InvalidExportException(line.Number, $"{fault.Field} {fault.Fault}", fault);
        }

        _log.Add(new StoredInteraction(exported.Sequence, interaction, exported.RecordedAt));
        _positions.Add(exported.Sequence);
        if (exported.Hidden)
        {
            _hidden.Add(exported.Sequence);
        }

        if (!exported.Understood)
        {
            _waiting.Add(exported.Sequence);
        }
    }

    private void ReadItem(ExportLine line, PersonaItemKind kind)
    {
        var item = Parse(line, ExportJson.Lines.PersonaItem);
        CheckId(line, "item", item.Id);
        if (item.Kind != kind)
        {
            throw new InvalidExportException(line.Number, "its 'kind' is not that of its type");
        }

        foreach (var evidence in item.Evidence)
        {
            CheckInLog(line, evidence.Sequence);
        }

        _items.Add(item);
    }

    private void ReadTopic(ExportLine line)
    {
        var topic = Parse(line, ExportJson.Lines.Topic);
        CheckId(line, ExportTypes.Topic, topic.Id);
        foreach (var sequence in topic.Interactions)
        {
            CheckInLog(line, sequence);
        }

        _topics.Add(topic);
    }

    private void CheckId(ExportLine line, string type, string id)
    {
        if (!_ids.Add((type, id)))
        {
            throw new InvalidExportException(line.Number, $"its id stands twice among those of type '{line.Type}'");
        }
    }

    private void CheckInLog(ExportLine line, long sequence)
    {
        if (!_positions.Contains(sequence))
        {
            throw new InvalidExportException(line.Number, $"it rests on the interaction at position {sequence}, which is not in the export");
        }
    }

    /// <summary>In version 1 a log has no gaps; later they are where interactions were erased.</summary>
    private void CheckPosition(ExportLine line, ExportedInteraction exported)
    {
        var next = _log.Count == 0 ? 1 : _log[^1].Sequence + 1;
        if (_header?.Version is 1)
        {
            CheckSequence(line, exported.Sequence, next);
        }
        else if (exported.Sequence < next || exported.Sequence > uint.MaxValue)
        {
            throw new InvalidExportException(line.Number, $"its 'sequence' is {exported.Sequence} where at least {next} follows");
        }
    }

    private static void CheckSequence(ExportLine line, long sequence, long expected)
    {
        if (sequence != expected)
        {
            throw new InvalidExportException(line.Number, $"its 'sequence' is {sequence} where {expected} follows");
        }
    }

    private ExportSummary Summarize() => new(
        _log.Count,
        _waiting.Count,
        _items.Count(static item => item.Kind is PersonaItemKind.Attribute),
        _items.Count(static item => item.Kind is PersonaItemKind.Fact),
        _clusters.Count,
        _topics.Count,
        _ledger.Count);

    private void CheckCounts(long number)
    {
        var (said, found) = (_header?.ToSummary(), Summarize());
        if (said != found)
        {
            throw new InvalidExportException(number, $"the first line promises {said}, but there are {found}: lines are missing or were added");
        }

        if (_header?.LogEnd is { } end && (end > uint.MaxValue || end <= (_log.Count == 0 ? 0 : _log[^1].Sequence)))
        {
            throw new InvalidExportException(1, $"its 'logEnd' is {end}, which is not after the last interaction");
        }
    }

    private ExportContent Content(ExportEnd end) => new(
        Summarize(), end.Sha256, _log, _header?.LogEnd, _hidden, _waiting, _items, _clusters, _topics, _ledger);
}
