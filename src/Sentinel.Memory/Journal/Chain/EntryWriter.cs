using System.Buffers;
using System.Text.Json;

namespace Sentinel.Memory;

/// <summary>Writes one entry as a line. The body comes first and is what the hash covers; hashes and the write time follow.</summary>
internal sealed class EntryWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;

    public EntryWriter() => _writer = new Utf8JsonWriter(_buffer);

    public void Dispose() => _writer.Dispose();

    /// <summary>The line with its line feed; valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(JournalEntry head, out string hash)
    {
        WriteBody(head);
        hash = EntryHash.Of(head.PrevHash, _buffer.WrittenSpan);
        EntryTail.Write(_buffer, head.PrevHash, hash, head.WrittenAt);
        return _buffer.WrittenSpan;
    }

    /// <summary>A payload alone, as it stands in a line; valid until the next call.</summary>
    public ReadOnlySpan<byte> Payload(IJournalPayload payload)
    {
        Restart();
        PayloadFormat.Write(_writer, payload);
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    private void WriteBody(JournalEntry head)
    {
        Restart();
        _writer.WriteStartObject();
        _writer.WriteString("id", head.Id);
        _writer.WriteString("scope", head.Scope);
        _writer.WriteNumber("seq", head.Seq);
        _writer.WriteString("kind", PayloadFormat.Name(head.Kind));
        _writer.WriteString("as_of", JournalIds.Time(head.AsOf));
        _writer.WritePropertyName("payload");
        PayloadFormat.Write(_writer, head.Payload);
        _writer.Flush();
    }

    private void Restart()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
    }
}
