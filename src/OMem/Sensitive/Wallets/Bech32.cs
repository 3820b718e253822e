namespace OMem.Sensitive.Wallets;

/// <summary>Addresses of BIP-173 and BIP-350, <c>bc1...</c> and <c>ltc1...</c>, by their checksum.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private const uint First = 1, Second = 0x2bc830a3;

    private const int ShortestAddress = 42, LongestAddress = 90;

    private static readonly uint[] Generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        if (text.Length is < ShortestAddress or > LongestAddress)
        {
            return false;
        }

        Span<char> lower = stackalloc char[text.Length];
        text.ToLowerInvariant(lower);
        var prefix = lower.StartsWith("bc1") ? 2 : lower.StartsWith("ltc1") ? 3 : 0;
        return prefix > 0 && Checksum(lower[..prefix], lower[(prefix + 1)..]) is First or Second;
    }

    private static uint Checksum(ReadOnlySpan<char> prefix, ReadOnlySpan<char> data)
    {
        var sum = 1u;
        foreach (var character in prefix)
        {
            sum = Step(sum) ^ (character / 32u);
        }

        sum = Step(sum);
        foreach (var character in prefix)
        {
            sum = Step(sum) ^ (character % 32u);
        }

        foreach (var character in data)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return 0;
            }

            sum = Step(sum) ^ (uint)value;
        }

        return sum;
    }

    private static uint Step(uint sum)
    {
        var top = sum >> 25;
        sum = (sum & 0x1ffffff) << 5;
        for (var i = 0; i < Generator.Length; i++)
        {
            sum ^= (top >> i & 1) != 0 ? Generator[i] : 0;
        }

        return sum;
    }
}
