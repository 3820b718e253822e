using System.Globalization;
using System.Text.Json;

namespace Sentinel.Memory;

/// <summary>One line of a journal, taken apart. The payload is not read before it is asked for.</summary>
internal readonly record struct EntryLine(
    string Id, string Scope, long Seq, JournalKind Kind, DateTimeOffset AsOf, string PayloadHash, int HeadLength, int PayloadStart, int PayloadEnd, string PrevHash, string Hash, DateTimeOffset? WrittenAt)
{
    /// <summary>Reads a line, its line feed included.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? TryRead(ReadOnlySpan<byte> line, out EntryLine entry)
    {
        entry = default;
        try
        {
            return Read(line, out entry);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return "the line is not an entry";
        }
    }

    /// <summary>Checks a line against the chain before it.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Fault(ReadOnlySpan<byte> line, long expectedSeq, string expectedPrevHash)
    {
        if (Seq != expectedSeq)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its position is {Seq}, expected {expectedSeq}");
        }

        if (!string.Equals(PrevHash, expectedPrevHash, StringComparison.Ordinal))
        {
            return "it does not continue the entry before";
        }

        if (!string.Equals(Hash, EntryHash.Of(PrevHash, line[..HeadLength]), StringComparison.Ordinal))
        {
            return "its head is not what was hashed";
        }

        if (!IsErased(line) && !string.Equals(PayloadHash, EntryHash.Of(line[PayloadStart..PayloadEnd]), StringComparison.Ordinal))
        {
            return "its content is not what was hashed";
        }

        return EntryTail.IsExact(line[PayloadEnd..], PrevHash, Hash, WrittenAt) && PayloadStart == HeadLength + PayloadName.Length
            ? null
            : "what stands between its parts was changed";
    }

    /// <summary>Whether its content was erased.</summary>
    public bool IsErased(ReadOnlySpan<byte> line) => line[PayloadStart..PayloadEnd].SequenceEqual(ErasedPayload.Json);

    /// <summary>The whole entry.</summary>
    public JournalEntry ToEntry(ReadOnlySpan<byte> line) => new()
    {
        Id = Id,
        Scope = Scope,
        Seq = Seq,
        Kind = Kind,
        AsOf = AsOf,
        Payload = IsErased(line) ? new ErasedPayload(Id, Kind, PayloadHash) : PayloadFormat.Read(Kind, line[PayloadStart..PayloadEnd]),
        PrevHash = PrevHash,
        Hash = Hash,
        WrittenAt = WrittenAt,
    };

    private static ReadOnlySpan<byte> PayloadName => ",\"payload\":"u8;

    private static string? Read(ReadOnlySpan<byte> line, out EntryLine entry)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        var id = Text(ref reader, "id");
        var scope = Text(ref reader, "scope");
        Name(ref reader, "seq");
        var seq = reader.GetInt64();
        var known = PayloadFormat.TryKind(Text(ref reader, "kind"), out var kind);
        var asOf = Time(Text(ref reader, "as_of"));
        var payloadHash = Text(ref reader, "payload_hash");
        var head = (int)reader.BytesConsumed;
        Name(ref reader, "payload");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var end = (int)reader.BytesConsumed;
        var prevHash = Text(ref reader, "prev_hash");
        var hash = Text(ref reader, "hash");
        DateTimeOffset? writtenAt = null;
        reader.Read();
        if (reader.TokenType is JsonTokenType.PropertyName)
        {
            writtenAt = reader.ValueTextEquals("written_at") && reader.Read() ? Time(reader.GetString()!) : throw new FormatException();
            reader.Read();
        }

        entry = new EntryLine(id, scope, seq, kind, asOf, payloadHash, head, start, end, prevHash, hash, writtenAt);
        return !known ? "its kind is not known"
            : reader.TokenType is not JsonTokenType.EndObject ? "the line goes on after its end"
            : prevHash.Length != EntryHash.Bytes * 2 || !prevHash.All(char.IsAsciiHexDigitLower) ? "its link is no hash"
            : null;
    }

    private static string Text(ref Utf8JsonReader reader, string name)
    {
        Name(ref reader, name);
        return reader.GetString() ?? throw new FormatException();
    }

    private static void Name(ref Utf8JsonReader reader, string name)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.PropertyName || !reader.ValueTextEquals(name) || !reader.Read())
        {
            throw new FormatException();
        }
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
