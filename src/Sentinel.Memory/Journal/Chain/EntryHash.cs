using System.Security.Cryptography;

namespace Sentinel.Memory;

/// <summary>SHA-256 over the hash before and the head of an entry, which holds the hash of its payload: so the chain stands when a payload is erased.</summary>
internal static class EntryHash
{
    public const int Bytes = 32;

    public static string None { get; } = new('0', Bytes * 2);

    /// <summary>The hash of a payload.</summary>
    public static string Of(ReadOnlySpan<byte> payload) => Convert.ToHexStringLower(SHA256.HashData(payload));

    public static string Of(string prevHash, ReadOnlySpan<byte> head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(prevHash));
        hash.AppendData(head);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
