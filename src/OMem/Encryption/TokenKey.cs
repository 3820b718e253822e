using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Encryption;

/// <summary>What an identifier names. Equal words of two kinds have different tokens.</summary>
internal enum TokenKind : byte
{
    /// <summary>An interaction id.</summary>
    Interaction = 1,

    /// <summary>The id of an item, a topic or a cluster: the ledger names them all.</summary>
    Derived = 2,

    /// <summary>The person an entry is about.</summary>
    Subject = 3,
}

/// <summary>
/// Seals identifiers that a store has to compare, always to the same token: the nonce is an HMAC of the word, so a nonce repeats only with the same word.
/// A token tells that two words of one scope are equal, and how long they are; nothing else.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class TokenKey(byte[] nonceKey, SealingKey sealing) : IDisposable
{
    private const int StackBytes = 256;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The token, in Base64url.</summary>
    /// <exception cref="ArgumentException">The word holds a lone surrogate.</exception>
    public string Seal(TokenKind kind, string word)
    {
        // The kind stands before the word, in what the nonce is made of and in what is bound: so one nonce never meets two bindings.
        var length = StrictUtf8.GetByteCount(word) + 1;
        var plain = length <= StackBytes ? stackalloc byte[StackBytes] : new byte[length];
        plain = plain[..length];
        plain[0] = (byte)kind;
        StrictUtf8.GetBytes(word, plain[1..]);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(nonceKey, plain, mac);
        var size = length - 1 + SealingKey.Overhead;
        var value = size <= StackBytes ? stackalloc byte[StackBytes] : new byte[size];
        value = value[..size];
        mac[..SealingKey.NonceBytes].CopyTo(value);
        sealing.Encrypt(plain[1..], plain[..1], value);
        return Base64Url.EncodeToString(value);
    }

    /// <summary>The word; null when it is no token of this key and kind.</summary>
    public string? Open(TokenKind kind, string token)
    {
        var value = SealedText.Decode(token);
        return value is not null && sealing.Open(value, [(byte)kind]) is { } plain ? Encoding.UTF8.GetString(plain) : null;
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(nonceKey);
        sealing.Dispose();
    }
}
