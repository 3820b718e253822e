using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Embeddings.Caching;

/// <summary>128 bits of a text's SHA-256: the key of its vector. The text itself is not kept.</summary>
internal readonly record struct TextHash(UInt128 Value)
{
    public static TextHash Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return new(MemoryMarshal.Read<UInt128>(hash));
    }

    /// <summary>The key of a text with parts of it in focus: another one than that of the text alone.</summary>
    public static TextHash Of(string text, IReadOnlyList<Range> focus)
    {
        var key = new StringBuilder(text).Append('\0');
        foreach (var range in focus)
        {
            key.Append(CultureInfo.InvariantCulture, $"{range.Start}-{range.End},");
        }

        return Of(key.ToString());
    }
}
