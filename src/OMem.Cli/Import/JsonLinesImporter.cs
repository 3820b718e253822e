using System.IO.Pipelines;

namespace OMem.Cli.Import;

/// <summary>Reads interactions as JSON Lines: one line is held at a time, every fault names its line.</summary>
internal static class JsonLinesImporter
{
    /// <summary>Reads interactions.</summary>
    public static IAsyncEnumerable<ImportedItem> ReadAsync(PipeReader reader, ImportOptions options, CancellationToken cancellationToken) => JsonEntries.ReadAsync(
        reader,
        ImportShape.Lines,
        "line",
        (entry, place) => InteractionLine.Read(entry, options) is { } interaction ? [new ImportedItem(place, interaction, null)] : [],
        cancellationToken);
}
