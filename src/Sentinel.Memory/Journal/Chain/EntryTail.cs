using System.Buffers;
using System.Text;

namespace Sentinel.Memory;

/// <summary>The end of a line, outside the hash: the two hashes and, where there is a clock, the write time.</summary>
internal static class EntryTail
{
    public static void Write(ArrayBufferWriter<byte> buffer, string prevHash, string hash, DateTimeOffset? writtenAt) =>
        buffer.Write(Encoding.ASCII.GetBytes(Text(prevHash, hash, writtenAt)));

    /// <summary>Whether these bytes are exactly the end of a line with these hashes; any write time is fine.</summary>
    public static bool IsExact(ReadOnlySpan<byte> tail, string prevHash, string hash, DateTimeOffset? writtenAt) =>
        tail.SequenceEqual(Encoding.ASCII.GetBytes(Text(prevHash, hash, writtenAt)));

    private static string Text(string prevHash, string hash, DateTimeOffset? writtenAt) => writtenAt is { } time
        ? $",\"prev_hash\":\"{prevHash}\",\"hash\":\"{hash}\",\"written_at\":\"{JournalIds.Time(time)}\"}}\n"
        : $",\"prev_hash\":\"{prevHash}\",\"hash\":\"{hash}\"}}\n";
}
