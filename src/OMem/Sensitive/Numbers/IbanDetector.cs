using System.Collections.Frozen;

namespace OMem.Sensitive.Numbers;

/// <summary>Finds account numbers: country, its length, and the check digits of ISO 13616 (the rearranged number leaves 1 when divided by 97).</summary>
internal static class IbanDetector
{
    private const int LongestNumber = 34;

    /// <summary>Lengths by country, from the IBAN registry of SWIFT.</summary>
    private static readonly FrozenDictionary<string, int> Lengths = Pairs(
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 "
        + "GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 "
        + "PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Countries = Lengths.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        Span<char> number = stackalloc char[LongestNumber];
        var place = 2;
        while (place + 1 < text.Length && text[place..].IndexOfAnyInRange('0', '9') is >= 0 and var hit)
        {
            var start = place + hit - 2;
            place = start + 3;
            if (IsHead(text, start) && Read(text, start, number) is > 0 and var end)
            {
                findings.Add(SensitiveKind.Iban, start, end, "account number");
                place = end + 2;
            }
        }
    }

    private static bool IsHead(ReadOnlySpan<char> text, int start) =>
        start + 4 < text.Length
        && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start + 1]) && char.IsAsciiDigit(text[start + 3])
        && Characters.StartsHere(text, start);

    /// <summary>Reads as many letters and digits as the country has, single blanks between groups of four left out. Returns where they end, or -1.</summary>
    private static int Read(ReadOnlySpan<char> text, int start, Span<char> number)
    {
        Span<char> country = [char.ToUpperInvariant(text[start]), char.ToUpperInvariant(text[start + 1])];
        if (!Countries.TryGetValue(country, out var length))
        {
            return -1;
        }

        var (read, place) = (0, start);
        while (read < length && place < text.Length)
        {
            if (text[place] is ' ' or '\u00a0' && read % 4 == 0 && read > 0)
            {
                place++;
            }

            if (place == text.Length || !char.IsAsciiLetterOrDigit(text[place]))
            {
                return -1;
            }

            number[read++] = char.ToUpperInvariant(text[place++]);
        }

        return read == length && Characters.EndsHere(text, place) && Remainder(number[..length]) == 1 ? place : -1;
    }

    /// <summary>The number with its first four characters moved to the end and letters as 10 to 35, divided by 97.</summary>
    private static int Remainder(ReadOnlySpan<char> number)
    {
        var remainder = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var character = number[(i + 4) % number.Length];
            remainder = char.IsAsciiDigit(character)
                ? ((remainder * 10) + character - '0') % 97
                : ((remainder * 100) + character - 'A' + 10) % 97;
        }

        return remainder;
    }

    private static FrozenDictionary<string, int> Pairs(string table) => table.Split(' ')
        .ToFrozenDictionary(static pair => pair[..2], static pair => int.Parse(pair.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
