using System.Collections.ObjectModel;

namespace OMem.Storage;

/// <summary>A log row with its content hash. Whatever the caller could change later is copied.</summary>
internal sealed record InMemoryLogEntry(LogRow Row, ReadOnlyMemory<byte> ContentHash)
{
    public static InMemoryLogEntry From(long sequence, AppendRow row) => new(
        new LogRow(
            new StoredInteraction(sequence, row.Interaction with { Metadata = Copy(row.Interaction.Metadata) }, row.RecordedAt),
            Copy(row.Index)),
        row.ContentHash.ToArray());

    public static IndexData Copy(IndexData index) => index with { Terms = index.Terms.ToArray(), Vector = index.Vector.ToArray() };

    public IndexEntry ToIndexEntry()
    {
        var (sequence, interaction, recordedAt) = Row.Stored;
        return new IndexEntry(
            sequence, interaction.Speaker, interaction.Role, interaction.OccurredAt, recordedAt, interaction.Session, interaction.Text.Length, Row.Index)
        {
            Trust = interaction.Trust,
        };
    }

    private static ReadOnlyDictionary<string, string> Copy(IReadOnlyDictionary<string, string> metadata) =>
        new Dictionary<string, string>(metadata.OrderBy(static pair => pair.Key, StringComparer.Ordinal), StringComparer.Ordinal).AsReadOnly();
}
