using System.Buffers;
using System.Collections.Frozen;
using System.Security.Cryptography;

namespace OMem.Sensitive.Wallets;

/// <summary>The 2,048 English words of BIP-39 and the checksum of a phrase of them. Read from the resource on first use.</summary>
internal static class SeedWords
{
    private const int BitsPerWord = 11, LongestWord = 8, MostBytes = 33;

    private static readonly FrozenDictionary<string, int> Places = Read();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The place of a word in the list, in whatever case; -1 when it is none of them.</summary>
    public static int PlaceOf(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > LongestWord)
        {
            return -1;
        }

        Span<char> lower = stackalloc char[word.Length];
        return word.ToLowerInvariant(lower) == word.Length && Lookup.TryGetValue(lower, out var place) ? place : -1;
    }

    /// <summary>Whether words in this order are a phrase: the last bits of 12, 15, 18, 21 or 24 words are the first ones of the SHA-256 of the others.</summary>
    public static bool IsPhrase(ReadOnlySpan<int> words)
    {
        Span<byte> bits = stackalloc byte[MostBytes];
        bits.Clear();
        for (var i = 0; i < words.Length * BitsPerWord; i++)
        {
            if ((words[i / BitsPerWord] >> (BitsPerWord - 1 - (i % BitsPerWord)) & 1) != 0)
            {
                bits[i / 8] |= (byte)(0x80 >> (i % 8));
            }
        }

        var checkBits = words.Length / 3;
        var entropy = bits[..(checkBits * 4)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(entropy, hash);
        return hash[0] >> (8 - checkBits) == bits[entropy.Length] >> (8 - checkBits);
    }

    private static FrozenDictionary<string, int> Read()
    {
        using var stream = typeof(SeedWords).Assembly.GetManifestResourceStream("OMem.Sensitive.bip39-english.txt")
            ?? throw new InvalidOperationException("The words of seed phrases are not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static (word, place) => (word, place)).ToFrozenDictionary(static pair => pair.word, static pair => pair.place, StringComparer.Ordinal);
    }
}
