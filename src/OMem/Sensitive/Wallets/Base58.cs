using System.Security.Cryptography;

namespace OMem.Sensitive.Wallets;

/// <summary>Base58Check: what keys and addresses of Bitcoin and its kin are written in. Four bytes of a double SHA-256 at the end prove it.</summary>
internal static class Base58
{
    private const int ChecksumLength = 4, MostBytes = 96;

    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Decodes, checks, and writes what stands before the checksum. Returns how many bytes, or -1 when it is no Base58Check.</summary>
    public static int DecodeChecked(ReadOnlySpan<char> text, Span<byte> payload)
    {
        Span<byte> bytes = stackalloc byte[MostBytes];
        var count = Decode(text, bytes);
        if (count <= ChecksumLength)
        {
            return -1;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..(count - ChecksumLength)], hash);
        SHA256.HashData(hash, hash);
        if (!hash[..ChecksumLength].SequenceEqual(bytes[(count - ChecksumLength)..count]))
        {
            return -1;
        }

        bytes[..(count - ChecksumLength)].CopyTo(payload);
        return count - ChecksumLength;
    }

    /// <summary>Decodes without a check. Returns how many bytes, or -1 for a character that is not of the alphabet or too long a text.</summary>
    public static int Decode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var zeros = text.IndexOfAnyExcept('1') is >= 0 and var first ? first : text.Length;
        Span<byte> number = stackalloc byte[MostBytes];
        var length = 0;
        foreach (var character in text[zeros..])
        {
            var carry = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (carry < 0)
            {
                return -1;
            }

            for (var i = 0; i < length; i++)
            {
                carry += number[i] * 58;
                number[i] = (byte)carry;
                carry >>= 8;
            }

            while (carry > 0)
            {
                if (length == MostBytes)
                {
                    return -1;
                }

                number[length++] = (byte)carry;
                carry >>= 8;
            }
        }

        if (zeros + length > bytes.Length)
        {
            return -1;
        }

        bytes[..zeros].Clear();
        number[..length].CopyTo(bytes[zeros..]);
        bytes.Slice(zeros, length).Reverse();
        return zeros + length;
    }
}
