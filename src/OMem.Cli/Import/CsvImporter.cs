using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace OMem.Cli.Import;

/// <summary>Reads a table with a header: one message a record.</summary>
internal static class CsvImporter
{
    /// <summary>Reads every record.</summary>
    public static async IAsyncEnumerable<ImportedItem> ReadAsync(
        PipeReader input, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input.AsStream(), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var separator = await SeparatorAsync(input, cancellationToken);
        var times = new MessageTimes(options);
        CsvColumns? columns = null;
        await using var records = CsvRecords.ReadAsync(reader, separator, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ImportedItem? item = null;
            try
            {
                if (!await records.MoveNextAsync())
                {
                    yield break;
                }

                var (line, fields) = records.Current;
                if (columns is null)
                {
                    columns = CsvColumns.Of(fields);
                }
                else
                {
                    item = Read(columns, fields, $"line {line}", options, times);
                }
            }
            catch (FormatException fault)
            {
                item = Broken(fault.Message);
            }
            catch (DecoderFallbackException)
            {
                item = Broken("the text is not UTF-8; save it as UTF-8");
            }

            if (item is not null)
            {
                yield return item;
                if (item.IsFinal)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>A fault after which nothing can be read: it names its line itself, or is about the header.</summary>
    private static ImportedItem Broken(string fault)
    {
        var colon = fault.StartsWith("line ", StringComparison.Ordinal) ? fault.IndexOf(": ", StringComparison.Ordinal) : -1;
        return new ImportedItem(colon < 0 ? "the table" : fault[..colon], null, colon < 0 ? fault : fault[(colon + 2)..]) { IsFinal = true };
    }

    private static ImportedItem Read(CsvColumns columns, IReadOnlyList<string> record, string place, ImportOptions options, MessageTimes times)
    {
        try
        {
            if (record.Count != columns.Count)
            {
                throw new FormatException($"it has {record.Count} fields, the header has {columns.Count}");
            }

            if (columns.Cell(record, "text") is not { } text)
            {
                return ImportedItem.Without(place, "no text");
            }

            var roleName = columns.Cell(record, "role");
            var role = JsonFields.Role(roleName?.ToLowerInvariant(), "role", options.Role ?? SpeakerRole.Person);
            var speaker = columns.Cell(record, "speaker") ?? (role is SpeakerRole.Person ? options.Speaker : null) ?? roleName ?? throw new FormatException("the speaker is empty");
            var occurredAt = times.Next(Time(columns.Cell(record, "occurredAt")));
            var session = columns.Cell(record, "session") ?? options.Session;
            var metadata = columns.Rest(record);
            return new ImportedItem(place, new Interaction
            {
                Id = columns.Cell(record, "id") ?? ContentId.Of(session, speaker, role, occurredAt, text, metadata),
                Speaker = speaker,
                Role = role,
                Trust = options.Trust,
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

    private static DateTimeOffset? Time(string? cell) =>
        cell is null ? null
        : InstantParser.TryParseCell(cell, out var instant) ? instant
        : throw new FormatException("the time is not an ISO 8601 time such as 2024-05-01T18:30:00+02:00, nor a Unix time");

    private static async Task<char> SeparatorAsync(PipeReader input, CancellationToken cancellationToken)
    {
        var head = await FormatDetector.PeekAsync(input, cancellationToken);
        CsvColumns.IsHeader(FormatDetector.FirstLine(head), out var separator);
        return separator;
    }
}
