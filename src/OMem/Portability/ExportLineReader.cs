using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Portability;

/// <summary>One line of an export.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Type">Its type.</param>
/// <param name="Body">The object without its type.</param>
internal readonly record struct ExportLine(long Number, string Type, ReadOnlyMemory<byte> Body);

/// <summary>Reads an export line by line, holds one of them at a time, and keeps the hash of what stands before the last.</summary>
internal sealed class ExportLineReader(Stream input) : IDisposable
{
    /// <summary>The longest line, in bytes: the longest text with every character escaped, and room for the rest.</summary>
    private const int MaxLineBytes = 128 * 1024 * 1024;

    private const int MaxTypeBytes = 32;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private static ReadOnlySpan<byte> Start => "{\"type\":\""u8;

    /// <summary>SHA-256 over every byte before the line that was read last, in hexadecimal.</summary>
    public string HashBefore { get; private set; } = "";

    /// <summary>The lines in order.</summary>
    /// <exception cref="InvalidExportException">A line is too long, has no type or no end.</exception>
    public async IAsyncEnumerable<ExportLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        for (long number = 1; ; number++)
        {
            if (await LineAsync(reader, number, cancellationToken).ConfigureAwait(false) is not { } bytes)
            {
                yield break;
            }

            var line = Parse(number, bytes);
            if (string.Equals(line.Type, ExportTypes.End, StringComparison.Ordinal))
            {
                HashBefore = Convert.ToHexStringLower(_hash.GetCurrentHash());
            }

            _hash.AppendData(bytes);
            _hash.AppendData("\n"u8);
            yield return line;
        }
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>The next line without its end; null after the last one.</summary>
    private static async ValueTask<byte[]?> LineAsync(PipeReader reader, long number, CancellationToken cancellationToken)
    {
        long searched = 0;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                reader.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (buffer.Length > MaxLineBytes)
            {
                throw new InvalidExportException(number, $"it is longer than {MaxLineBytes} bytes");
            }

            if (result.IsCompleted)
            {
                return buffer.IsEmpty ? null : throw new InvalidExportException(number, number == 1 ? NoExport(buffer.ToArray()) : "it is cut off: the file ends within it");
            }

            searched = buffer.Length;
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static ExportLine Parse(long number, byte[] line)
    {
        var type = line.AsSpan().StartsWith(Start) ? line.AsSpan(Start.Length) : default;
        var length = type[..Math.Min(type.Length, MaxTypeBytes)].IndexOf((byte)'"');
        if (length < 1 || length + 1 >= type.Length || type[length + 1] is not (byte)',')
        {
            throw new InvalidExportException(
                number, number == 1 ? NoExport(line) : "it does not start with {\"type\":\"...\", as every line of an export does");
        }

        var name = Encoding.ASCII.GetString(type[..length]);
        if (number == 1 && !string.Equals(name, ExportTypes.Header, StringComparison.Ordinal))
        {
            throw new InvalidExportException(number, NoExport(line));
        }

        // The comma after the type becomes the brace of the object without it.
        var comma = Start.Length + length + 1;
        var body = line.AsMemory(comma).ToArray();
        body[0] = (byte)'{';
        return new ExportLine(number, name, body);
    }

    private static string NoExport(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) => "it starts with a byte order mark: an editor has changed the export",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) => "it is UTF-16: an editor or a shell has changed the export",
        _ => "it is not the first line of an OMem export, {\"type\":\"omem-export\",\"version\":1, ...",
    };
}
