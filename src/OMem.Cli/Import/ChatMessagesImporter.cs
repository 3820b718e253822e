using System.IO.Pipelines;

namespace OMem.Cli.Import;

/// <summary>Reads chat messages: JSON Lines, one array, or one object with <c>messages</c>.</summary>
internal static class ChatMessagesImporter
{
    /// <summary>Reads every message.</summary>
    public static IAsyncEnumerable<ImportedItem> ReadAsync(PipeReader reader, ImportShape shape, ImportOptions options, CancellationToken cancellationToken)
    {
        var messages = new ChatMessageReader(options);
        return JsonEntries.ReadAsync(
            reader,
            shape,
            shape is ImportShape.Object ? "conversation" : "message",
            (entry, place) => messages.Read(entry).Select(interaction => new ImportedItem(place, interaction, null)),
            cancellationToken);
    }
}
