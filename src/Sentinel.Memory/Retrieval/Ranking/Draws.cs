using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Memory;

/// <summary>Chance without state: the same seed and parts give the same number, in any order of asking.</summary>
internal static class Draws
{
    /// <summary>A number in [0, 1).</summary>
    public static double Unit(long seed, string first, string second = "")
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{first}\n{second}")), hash);
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }
}
