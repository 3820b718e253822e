using System.Security.Cryptography;
using System.Text;

namespace OMem.TestKit.Storage;

/// <summary>Rows to store. The same arguments give the same row.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 17, 12, 0, 0, TimeSpan.FromHours(2));

    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static readonly IndexData NoIndex = new(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, null, 0);

    public static AppendRow Row(string id, string? text = null, DateTimeOffset? recordedAt = null) => Row(
        new Interaction { Id = id, Speaker = "Alice", Text = text ?? $"This is {id}.", OccurredAt = Noon, Session = "s1" }, recordedAt);

    public static AppendRow Row(Interaction interaction, DateTimeOffset? recordedAt = null) =>
        new(interaction, Hash(interaction), recordedAt ?? Noon, Index(interaction.Id));

    public static AppendRow[] Rows(int count, string prefix = "m") =>
        [.. Enumerable.Range(1, count).Select(i => Row($"{prefix}{i}"))];

    public static IndexData Index(string seed) =>
        new(Encoding.UTF8.GetBytes("terms of " + seed), SHA256.HashData(Encoding.UTF8.GetBytes(seed)), "test-model", 32);

    public static StoredItem Item(string id, params long[] evidence) => new(
        new PersonaItem
        {
            Id = id,
            Kind = PersonaItemKind.Attribute,
            Subject = "Alice",
            Aspect = "preference",
            Value = id,
            Text = $"Alice likes {id}",
            RecordedAt = Noon,
            Confidence = 0.5,
            Reader = "test@1",
            Evidence = [.. evidence.Select(static sequence => Evidence(sequence))],
        },
        Index(id));

    public static Evidence Evidence(long sequence) => new(sequence, $"m{sequence}", 3, 5);

    public static StoredTopic Topic(string id, params long[] interactions) => new(
        new Topic { Id = id, Label = "about " + id, Interactions = interactions, FirstAt = Noon, LastAt = Noon.AddDays(1) },
        Index(id));

    public static LedgerEntry Entry(string itemId, LedgerOperation operation = LedgerOperation.Add, string kind = "attribute") => new()
    {
        RecordedAt = Noon,
        Actor = "test@1",
        Operation = operation,
        ItemId = itemId,
        ItemKind = kind,
        Reason = "because",
    };

    private static byte[] Hash(Interaction interaction) =>
        SHA256.HashData(Encoding.BigEndianUnicode.GetBytes(interaction.Speaker + "\n" + interaction.Text));
}
