using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace OMem.Cli.Import;

/// <summary>Splits a stream of bytes into numbered lines without holding more than one of them.</summary>
internal static class Utf8LineReader
{
    /// <summary>The longest line, in bytes: the longest text with every character escaped, and room for the rest.</summary>
    public const int MaxLineBytes = 128 * 1024 * 1024;

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>Yields each line that is not blank, with its number from 1, without line ends and byte order mark; null for one that is too long, with which it ends.</summary>
    public static async IAsyncEnumerable<(long Number, ReadOnlyMemory<byte>? Line)> ReadAsync(
        PipeReader reader, int mostBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long number = 0;

        // Bytes of an unfinished line that were searched already: a long one is not searched again with each piece of it.
        long searched = 0;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            while (Next(ref buffer, searched, result.IsCompleted, out var line))
            {
                searched = 0;
                number++;
                var bytes = Trim(line.ToArray(), number);
                if (bytes.Length > 0)
                {
                    yield return (number, bytes);
                }
            }

            if (buffer.Length > mostBytes)
            {
                yield return (number + 1, null);
                yield break;
            }

            searched = buffer.Length;
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                yield break;
            }
        }
    }

    private static bool Next(ref ReadOnlySequence<byte> buffer, long searched, bool completed, out ReadOnlySequence<byte> line)
    {
        if (buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!completed || buffer.IsEmpty)
        {
            return false;
        }

        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line, long number)
    {
        if (number == 1 && line.Span.StartsWith(Bom))
        {
            line = line[Bom.Length..];
        }

        var blank = " \t\r"u8;
        var span = line.Span;
        var from = span.IndexOfAnyExcept(blank);
        return from < 0 ? default : line[from..(span.LastIndexOfAnyExcept(blank) + 1)];
    }
}
