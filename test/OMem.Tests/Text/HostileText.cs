using CsCheck;

namespace OMem.Tests.Text;

/// <summary>Generates the strings people, programs and attackers send: any UTF-16 units, with words, signs and scripts mixed in.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "\0", "\u200B", "\u200D", "\uFE0F", "\u0301", "\u202E", "'", "’", "'s", "’S", "\uD800", "\uDC00", "\uD83D\uDE00",
        "東京", "서울", "ไทย", "ｶﾞ", "שלום", "مرحبا", "नमस्ते", "İ", "ı", "ß", "ﬁ", "ﷺ", "ͺ", "\u1100", "\u1161", "\U0001D400", "\U00020000",
        "'; DROP TABLE log; --", "\" OR NEAR(a b) *", "Alice", "don't", "MAY", "in May", "2022", "last Saturday", "9999", "0001",
        "31 February", "two weekends ago", "99999999999999999999", "-1", "1e9", "the week before", "from", "to", "between", "and",
    ];

    private static readonly Gen<string> Unit = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]),
        Gen.Char.Select(c => c.ToString()),
        Gen.Char['\0', '\u00FF'].Select(c => c.ToString()),
        Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32));

    /// <summary>Any string of up to about a hundred pieces.</summary>
    public static Gen<string> Any { get; } = Unit.Array[0, 40].Select(string.Concat);
}
