using System.Security.Cryptography;

namespace Sentinel.Memory;

/// <summary>SHA-256 over the hash before and the body of an entry: everything of its line up to the end of the payload.</summary>
internal static class EntryHash
{
    public const int Bytes = 32;

    public static string None { get; } = new('0', Bytes * 2);

    public static string Of(string prevHash, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(prevHash));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
