using System.Runtime.InteropServices;
using System.Security.Cryptography;

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
}
