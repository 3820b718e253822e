namespace Sentinel.Memory;

/// <summary>Cuts a log into lines.</summary>
internal static class LineReader
{
    private const int Chunk = 1 << 16;

    /// <summary>Every line with its start, its line feed included; the last may lack one.</summary>
    public static IEnumerable<(long Start, ReadOnlyMemory<byte> Line, bool IsWhole)> Lines(IJournalLog log)
    {
        var buffer = new byte[Chunk];
        var filled = 0;
        long start = 0;
        while (start + filled < log.Length)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var take = (int)Math.Min(buffer.Length - filled, log.Length - start - filled);
            log.Read(start + filled, buffer.AsSpan(filled, take));
            filled += take;
            var from = 0;
            for (int feed; (feed = buffer.AsSpan(from, filled - from).IndexOf((byte)'\n')) >= 0; from += feed + 1)
            {
                yield return (start + from, buffer.AsMemory(from, feed + 1), true);
            }

            buffer.AsSpan(from, filled - from).CopyTo(buffer);
            start += from;
            filled -= from;
        }

        if (filled > 0)
        {
            yield return (start, buffer.AsMemory(0, filled), false);
        }
    }
}
