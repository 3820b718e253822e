using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OMem.Portability;

/// <summary>Writes lines <c>{"type":"...", ...}</c> and keeps the hash of what was written.</summary>
internal sealed class ExportLineWriter(Stream output) : IDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushBytes * 2);

    /// <summary>Adds a line; it is written when enough have come together.</summary>
    public async ValueTask WriteAsync<T>(string type, T value, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, typeInfo);
        _buffer.Write("{\"type\":\""u8);
        _buffer.Write(Encoding.ASCII.GetBytes(type));
        _buffer.Write("\","u8);
        _buffer.Write(body.AsSpan(1));
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushBytes)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the last line.</summary>
    /// <returns>The hash it names.</returns>
    public async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        var end = new ExportEnd(Convert.ToHexStringLower(_hash.GetHashAndReset()));
        await WriteAsync(ExportTypes.End, end, ExportJson.Lines.ExportEnd, cancellationToken).ConfigureAwait(false);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return end.Sha256;
    }

    public void Dispose() => _hash.Dispose();

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.WrittenSpan);
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
