using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using OMem.Cli.Hosting;

namespace OMem.Cli.Import;

/// <summary>The layout of an import, told from its first bytes; nothing is consumed.</summary>
/// <param name="Format">The layout.</param>
/// <param name="Shape">How it is cut into entries.</param>
internal sealed record DetectedFormat(ImportFormat Format, ImportShape Shape);

/// <summary>How an import is cut into entries.</summary>
internal enum ImportShape
{
    /// <summary>One JSON value a line.</summary>
    Lines = 0,

    /// <summary>One JSON array.</summary>
    Array = 1,

    /// <summary>One JSON object.</summary>
    Object = 2,
}

/// <summary>Tells layouts apart.</summary>
internal static class FormatDetector
{
    private const int PeekBytes = 64 * 1024;

    /// <summary>Looks at the first bytes.</summary>
    /// <exception cref="UsageException">They fit no layout.</exception>
    public static async Task<DetectedFormat> DetectAsync(PipeReader reader, ImportFormat wanted, CancellationToken cancellationToken)
    {
        var head = await PeekAsync(reader, cancellationToken);
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new UsageException("The input is a zip archive; give it as a file with the ending .zip, not on standard input.");
        }

        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new UsageException("The input is UTF-16; save it as UTF-8.");
        }

        if (head.AsSpan().Contains((byte)0))
        {
            throw new UsageException("The input is no text: it holds zero bytes.");
        }

        var start = head.AsSpan().IndexOfAnyExcept("\uFEFF \t\r\n"u8);
        return start < 0 ? new DetectedFormat(ImportFormat.Jsonl, ImportShape.Lines) : Detect(head.AsSpan(start), wanted);
    }

    private static DetectedFormat Detect(ReadOnlySpan<byte> head, ImportFormat wanted)
    {
        if (wanted is ImportFormat.Csv || (wanted is ImportFormat.Auto && head[0] is not ((byte)'{' or (byte)'[') && CsvColumns.IsHeader(FirstLine(head), out _)))
        {
            return new DetectedFormat(ImportFormat.Csv, ImportShape.Lines);
        }

        if (wanted is ImportFormat.Auto && head.StartsWith("{\"type\":\"omem-export\""u8))
        {
            return new DetectedFormat(ImportFormat.Omem, ImportShape.Lines);
        }

        var shape = head[0] == (byte)'[' ? ImportShape.Array : FirstLineIsOpen(head) ? ImportShape.Object : ImportShape.Lines;
        var keys = OuterKeys(head);
        var format = keys switch
        {
            _ when wanted is not ImportFormat.Auto => wanted,
            _ when keys.Contains("conversation") || keys.Contains("qa") || keys.Contains("session_1") => ImportFormat.Locomo,
            _ when keys.Contains("mapping") => ImportFormat.Chatgpt,
            _ when keys.Contains("chat_messages") => ImportFormat.Claude,
            _ when keys.Contains("agents") || keys.Contains("core_memory") || keys.Contains("message_type") => ImportFormat.Letta,
            _ when keys.Contains("memory") || keys.Contains("results") || keys.Contains("memories") => ImportFormat.Mem0,
            _ when keys.Contains("fact") || keys.Contains("edges") || keys.Contains("facts") || keys.Contains("episodes") => ImportFormat.Zep,
            _ when keys.Contains("messages") || (keys.Contains("role") && keys.Contains("content")) => ImportFormat.Messages,
            _ when shape is ImportShape.Lines || keys.Contains("occurredAt") || keys.Contains("speaker") => ImportFormat.Jsonl,
            _ => throw new UsageException(
                "The input is neither JSON Lines nor chat messages nor any other layout that is known; see 'omem import --help', or say --format."),
        };
        return new DetectedFormat(format, format is ImportFormat.Jsonl or ImportFormat.Omem ? ImportShape.Lines : shape);
    }

    /// <summary>Reads until the first line or enough bytes are there; a slow pipe is not waited for beyond that.</summary>
    public static async Task<byte[]> PeekAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (result.IsCompleted || buffer.Length >= PeekBytes || buffer.PositionOf((byte)'\n') is not null)
            {
                var head = buffer.Slice(0, Math.Min(PeekBytes, buffer.Length)).ToArray();
                reader.AdvanceTo(buffer.Start);
                return head;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>The first line that is not blank, as text.</summary>
    public static string FirstLine(ReadOnlySpan<byte> head)
    {
        var start = head.IndexOfAnyExcept("\uFEFF \t\r\n"u8);
        var line = start < 0 ? default : head[start..];
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? line : line[..end]);
    }

    /// <summary>Whether the first line ends inside a JSON value. A line longer than what was looked at counts as whole.</summary>
    private static bool FirstLineIsOpen(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        if (head[0] != (byte)'{' || (end < 0 && head.Length >= PeekBytes / 2))
        {
            return false;
        }

        var reader = new Utf8JsonReader(end < 0 ? head : head[..end], isFinalBlock: false, default);
        try
        {
            return !(reader.Read() && reader.TrySkip());
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static HashSet<string> OuterKeys(ReadOnlySpan<byte> head)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(head, isFinalBlock: false, default);
        var depth = head[0] == (byte)'[' ? 2 : 1;
        try
        {
            while (reader.Read() && !(reader.TokenType is JsonTokenType.EndObject && reader.CurrentDepth == depth - 1))
            {
                if (reader.TokenType is JsonTokenType.PropertyName && reader.CurrentDepth == depth)
                {
                    keys.Add(reader.GetString()!);
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return keys;
        }

        return keys;
    }
}
