using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Interactions;

/// <summary>SHA-256 over everything of an interaction but its id: decides whether a repeated id is the same message.</summary>
internal static class ContentHash
{
    public static byte[] Of(Interaction interaction)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + interaction.Text.Length);
        Write(buffer, interaction.Speaker);
        Write(buffer, (long)interaction.Role);
        Write(buffer, interaction.Text);
        Write(buffer, interaction.OccurredAt.Ticks);
        Write(buffer, interaction.OccurredAt.Offset.Ticks);
        Write(buffer, interaction.Session ?? string.Empty);
        foreach (var (key, value) in interaction.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Write(buffer, key);
            Write(buffer, value);
        }

        if (interaction.Trust is { } trust)
        {
            // No length is negative: it cannot be taken for another pair. What names no trust hashes as it did before there was any.
            Write(buffer, long.MinValue);
            Write(buffer, (long)trust);
        }

        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>A length before each text keeps two different splits of the same characters apart.</summary>
    private static void Write(ArrayBufferWriter<byte> buffer, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Write(buffer, length);
        Encoding.UTF8.GetBytes(text, buffer.GetSpan(length));
        buffer.Advance(length);
    }

    private static void Write(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }
}
