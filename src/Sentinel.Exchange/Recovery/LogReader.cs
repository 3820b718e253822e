using System.Text.Json;

namespace Sentinel.Exchange.Recovery;

/// <summary>What a log holds.</summary>
/// <param name="Operations">Its operations.</param>
/// <param name="Hash">Hash of its last line.</param>
/// <param name="Sequence">Number of the next line.</param>
/// <param name="Length">Bytes of its whole lines.</param>
/// <param name="CutBytes">Bytes after them.</param>
internal sealed record LogContents(IReadOnlyList<ExchangeOperation> Operations, string Hash, long Sequence, long Length, long CutBytes);

/// <summary>Reads a log and proves it.</summary>
internal static class LogReader
{
    public static LogContents Read(Stream stream, Simulator.SimulatorOptions options)
    {
        var operations = new List<ExchangeOperation>();
        var (hash, sequence, length) = (LogLine.FirstHash, 0L, 0L);
        foreach (var line in Lines(stream))
        {
            if (LogLine.Parse(line, sequence, hash) is not var (text, next))
            {
                throw new InvalidDataException($"Line {sequence + 1} of the exchange log is not what was written.");
            }

            if (sequence == 0)
            {
                CheckRules(text, options);
            }
            else
            {
                operations.Add(JsonSerializer.Deserialize<ExchangeOperation>(text, ExchangeJson.Options)!);
            }

            (hash, sequence, length) = (next, sequence + 1, length + line.Length + 1);
        }

        return new LogContents(operations, hash, sequence, length, stream.Length - length);
    }

    private static void CheckRules(string text, Simulator.SimulatorOptions options)
    {
        if (!string.Equals(text, JsonSerializer.Serialize(options, ExchangeJson.Options), StringComparison.Ordinal))
        {
            throw new InvalidDataException("The exchange log was written under other rules: instruments, cash, costs and options have to be the same.");
        }
    }

    /// <summary>Lines that have their end; what comes after the last end is torn.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[64 * 1024];
        var filled = 0;
        int read;
        while ((read = stream.Read(buffer, filled, buffer.Length - filled)) > 0)
        {
            filled += read;
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, filled - start)) >= 0; start = end + 1)
            {
                yield return buffer.AsMemory(start, end - start);
            }

            Array.Copy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }
}
