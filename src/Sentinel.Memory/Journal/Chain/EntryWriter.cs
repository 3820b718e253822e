using System.Buffers;
using System.Text.Json;

namespace Sentinel.Memory;

/// <summary>Writes one entry as a line: the head, which the hash covers and which holds the payload's hash; the payload; hashes and the write time.</summary>
internal sealed class EntryWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private readonly ArrayBufferWriter<byte> _payload = new(4096);
    private readonly Utf8JsonWriter _writer;

    public EntryWriter() => _writer = new Utf8JsonWriter(_line);

    public void Dispose() => _writer.Dispose();

    /// <summary>The line with its line feed; valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(JournalEntry entry, out string hash)
    {
        var payloadHash = PayloadHash(entry.Payload);
        Head(entry, payloadHash);
        hash = EntryHash.Of(entry.PrevHash, _line.WrittenSpan);
        Finish(entry.Payload is ErasedPayload ? ErasedPayload.Json : _payload.WrittenSpan, entry.PrevHash, hash, entry.WrittenAt);
        return _line.WrittenSpan;
    }

    /// <summary>A line again without its payload; valid until the next call.</summary>
    public ReadOnlySpan<byte> Erase(ReadOnlySpan<byte> line, EntryLine entry)
    {
        _line.ResetWrittenCount();
        _line.Write(line[..entry.HeadLength]);
        Finish(ErasedPayload.Json, entry.PrevHash, entry.Hash, entry.WrittenAt);
        return _line.WrittenSpan;
    }

    /// <summary>The hash of a payload as it stands in a line.</summary>
    public string PayloadHash(IJournalPayload payload)
    {
        if (payload is ErasedPayload erased)
        {
            return erased.PayloadHash;
        }

        _payload.ResetWrittenCount();
        _writer.Reset(_payload);
        PayloadFormat.Write(_writer, payload);
        _writer.Flush();
        return EntryHash.Of(_payload.WrittenSpan);
    }

    private void Head(JournalEntry entry, string payloadHash)
    {
        _line.ResetWrittenCount();
        _writer.Reset(_line);
        _writer.WriteStartObject();
        _writer.WriteString("id", entry.Id);
        _writer.WriteString("scope", entry.Scope);
        _writer.WriteNumber("seq", entry.Seq);
        _writer.WriteString("kind", PayloadFormat.Name(entry.Kind));
        _writer.WriteString("as_of", JournalIds.Time(entry.AsOf));
        _writer.WriteString("payload_hash", payloadHash);
        _writer.Flush();
    }

    private void Finish(ReadOnlySpan<byte> payload, string prevHash, string hash, DateTimeOffset? writtenAt)
    {
        _line.Write(",\"payload\":"u8);
        _line.Write(payload);
        EntryTail.Write(_line, prevHash, hash, writtenAt);
    }
}
