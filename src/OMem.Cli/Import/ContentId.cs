using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Cli.Import;

/// <summary>The id of an interaction that came without one: the same content gets the same id, so an import can be repeated.</summary>
internal static class ContentId
{
    /// <summary>Returns <c>h-</c> and the first 128 bits of a SHA-256 over session, speaker, role, time, text and metadata, in hexadecimal.</summary>
    public static string Of(string? session, string speaker, SpeakerRole role, DateTimeOffset occurredAt, string text, IReadOnlyDictionary<string, string> metadata)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, session is null ? "0" : "1" + session);
        Append(hash, speaker);
        Append(hash, ((int)role).ToString(CultureInfo.InvariantCulture));
        Append(hash, occurredAt.ToString("O", CultureInfo.InvariantCulture));
        Append(hash, text);
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, key);
            Append(hash, value);
        }

        return "h-" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
