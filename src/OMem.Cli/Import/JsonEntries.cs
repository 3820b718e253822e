using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads JSON cut into entries, one at a time: lines, the elements of one array, or one object.</summary>
internal static class JsonEntries
{
    private static readonly JsonSerializerOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Turns one entry into items; throws <see cref="FormatException"/> for a bad one.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="place">Where it stands.</param>
    public delegate IEnumerable<ImportedItem> EntryReader(JsonElement entry, string place);

    /// <summary>Reads every entry.</summary>
    /// <param name="reader">The input.</param>
    /// <param name="shape">How it is cut.</param>
    /// <param name="noun">What an element of an array is called in a place, for example <c>conversation</c>.</param>
    /// <param name="read">Reads one entry.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static IAsyncEnumerable<ImportedItem> ReadAsync(
        PipeReader reader, ImportShape shape, string noun, EntryReader read, CancellationToken cancellationToken) => shape switch
    {
        ImportShape.Lines => LinesAsync(reader, read, cancellationToken),
        ImportShape.Array => ArrayAsync(reader, noun, read, cancellationToken),
        _ => ObjectAsync(reader, noun, read, cancellationToken),
    };

    private static async IAsyncEnumerable<ImportedItem> LinesAsync(
        PipeReader reader, EntryReader read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, line) in Utf8LineReader.ReadAsync(reader, Utf8LineReader.MaxLineBytes, cancellationToken))
        {
            if (line is not { } bytes)
            {
                yield return new ImportedItem($"line {number}", null, $"longer than {Utf8LineReader.MaxLineBytes} bytes") { IsFinal = true };
                yield break;
            }

            List<ImportedItem> items;
            try
            {
                using var document = JsonDocument.Parse(bytes, JsonFields.Strict);
                items = Read(read, document.RootElement, $"line {number}");
            }
            catch (JsonException fault)
            {
                items = [new ImportedItem($"line {number}", null, JsonFault.Describe(fault))];
            }

            foreach (var item in items)
            {
                yield return item;
            }
        }
    }

    private static async IAsyncEnumerable<ImportedItem> ArrayAsync(
        PipeReader reader, string noun, EntryReader read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var entries = JsonSerializer
            .DeserializeAsyncEnumerable<JsonElement>(reader, Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (long number = 1; ; number++)
        {
            List<ImportedItem> items;
            try
            {
                if (!await entries.MoveNextAsync())
                {
                    yield break;
                }

                items = Read(read, entries.Current, $"{noun} {number}");
            }
            catch (JsonException fault)
            {
                items = [new ImportedItem(Place(fault, $"{noun} {number}"), null, JsonFault.Describe(fault)) { IsFinal = true }];
            }

            foreach (var item in items)
            {
                yield return item;
                if (item.IsFinal)
                {
                    yield break;
                }
            }
        }
    }

    private static async IAsyncEnumerable<ImportedItem> ObjectAsync(
        PipeReader reader, string noun, EntryReader read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ImportedItem> items;
        try
        {
            using var document = await JsonDocument.ParseAsync(reader.AsStream(), JsonFields.Strict, cancellationToken);
            items = Read(read, document.RootElement, $"the {noun}");
        }
        catch (JsonException fault)
        {
            items = [new ImportedItem(Place(fault, $"the {noun}"), null, JsonFault.Describe(fault)) { IsFinal = true }];
        }

        foreach (var item in items)
        {
            yield return item;
        }
    }

    /// <summary>What a bad entry held before its fault is still given, so that it can be mended and read again.</summary>
    private static List<ImportedItem> Read(EntryReader read, JsonElement entry, string place)
    {
        var items = new List<ImportedItem>();
        try
        {
            if (entry.ValueKind is not JsonValueKind.Object)
            {
                throw new FormatException("not a JSON object");
            }

            items.AddRange(read(entry, place));
        }
        catch (FormatException fault)
        {
            items.Add(new ImportedItem(place, null, fault.Message));
        }

        return items;
    }

    private static string Place(JsonException fault, string entry) => fault.LineNumber is { } line ? $"line {line + 1}" : entry;
}
