using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace OMem.Encryption;

/// <summary>Sealed bytes where a store keeps text: Base64url without padding.</summary>
internal static class SealedText
{
    public static string Encode(ReadOnlySpan<byte> value) => Base64Url.EncodeToString(value);

    /// <summary>The bytes; null when it is no Base64url.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) is OperationStatus.Done && written == bytes.Length ? bytes : null;
    }
}
