using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads JSON Lines as a stream: one line is held at a time, every fault names its line.</summary>
internal static class JsonLinesImporter
{
    /// <summary>Turns one parsed line into zero or more interactions; throws <see cref="FormatException"/> for a bad one.</summary>
    public delegate IEnumerable<Interaction> LineReader(JsonElement entry);

    /// <summary>Reads interactions.</summary>
    public static IAsyncEnumerable<ImportedItem> ReadInteractionsAsync(PipeReader reader, ImportOptions options, CancellationToken cancellationToken) =>
        ReadAsync(reader, entry => InteractionLine.Read(entry, options) is { } interaction ? [interaction] : [], cancellationToken);

    /// <summary>Reads lines with the given reader.</summary>
    public static async IAsyncEnumerable<ImportedItem> ReadAsync(
        PipeReader reader, LineReader read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, line) in Utf8LineReader.ReadAsync(reader, cancellationToken))
        {
            foreach (var item in ReadLine($"line {number}", line, read))
            {
                yield return item;
            }
        }
    }

    private static List<ImportedItem> ReadLine(string place, ReadOnlyMemory<byte> line, LineReader read)
    {
        try
        {
            using var document = JsonDocument.Parse(line, JsonFields.Strict);
            return [.. read(document.RootElement).Select(interaction => new ImportedItem(place, interaction, null))];
        }
        catch (JsonException fault)
        {
            return [new ImportedItem(place, null, JsonFault.Describe(fault))];
        }
        catch (FormatException fault)
        {
            return [new ImportedItem(place, null, fault.Message)];
        }
    }
}
