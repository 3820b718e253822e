using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Replay.Experiment;

/// <summary>Seeds that do not depend on the order in which things run.</summary>
internal static class Seeds
{
    /// <summary>A seed of its own for a purpose and its numbers.</summary>
    public static int Of(int seed, string purpose, int first = 0, int second = 0)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}/{purpose}/{first}/{second}");
        return BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & int.MaxValue;
    }
}
