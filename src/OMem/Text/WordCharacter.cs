using System.Globalization;
using System.Text;

namespace OMem.Text;

/// <summary>The part a character plays in a word.</summary>
internal enum WordCharacterKind
{
    /// <summary>None: it ends a word.</summary>
    Other = 0,

    /// <summary>A letter or digit of a script that puts spaces between words.</summary>
    Letter = 1,

    /// <summary>A combining mark; it belongs to the letter before it.</summary>
    Mark = 2,

    /// <summary>An apostrophe; part of a word when letters stand on both sides.</summary>
    Apostrophe = 3,

    /// <summary>A joiner, soft hyphen or variation selector; dropped without ending the word.</summary>
    Ignorable = 4,

    /// <summary>A letter of a script written without spaces (Han, kana, Thai, ...) or with words glued together (Hangul).</summary>
    Unspaced = 5,
}

/// <summary>Classifies characters for the tokenizer. Depends on Unicode data only, never on the culture.</summary>
internal static class WordCharacter
{
    /// <summary>Classifies the character at <paramref name="index"/> and says how many UTF-16 units it takes. A lone surrogate is <see cref="WordCharacterKind.Other"/>.</summary>
    public static WordCharacterKind At(ReadOnlySpan<char> text, int index, out int width)
    {
        var c = text[index];
        width = 1;
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) ? WordCharacterKind.Letter
                : c == '\'' ? WordCharacterKind.Apostrophe : WordCharacterKind.Other;
        }

        if (!char.IsSurrogate(c))
        {
            return Of(c);
        }

        if (!char.IsHighSurrogate(c) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
        {
            return WordCharacterKind.Other;
        }

        width = 2;
        return Of(char.ConvertToUtf32(c, text[index + 1]));
    }

    /// <summary>Whether the character is one of the many ways to type an apostrophe.</summary>
    public static bool IsApostrophe(int codePoint) =>
        codePoint is '\'' or 0x2019 or 0x2018 or 0x201B or 0x02BC or 0xFF07 or 0x00B4;

    private static WordCharacterKind Of(int codePoint)
    {
        if (IsApostrophe(codePoint))
        {
            return WordCharacterKind.Apostrophe;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(codePoint))
        {
            case UnicodeCategory.DecimalDigitNumber:
                return WordCharacterKind.Letter;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber:
                return IsTrailing(codePoint) ? WordCharacterKind.Mark
                    : IsUnspaced(codePoint) ? WordCharacterKind.Unspaced : WordCharacterKind.Letter;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark:
                return IsVariationSelector(codePoint) ? WordCharacterKind.Ignorable : WordCharacterKind.Mark;
            case UnicodeCategory.Format:
                // The zero width space is what marks a word's end in Thai and Khmer.
                return codePoint == 0x200B ? WordCharacterKind.Other : WordCharacterKind.Ignorable;
            default:
                return WordCharacterKind.Other;
        }
    }

    private static bool IsVariationSelector(int codePoint) => codePoint is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Letters that complete the one before: vowels and finals of decomposed Hangul, half-width voiced marks of kana.</summary>
    private static bool IsTrailing(int codePoint) => codePoint is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FB) or 0xFF9E or 0xFF9F;

    private static bool IsUnspaced(int codePoint) => codePoint switch
    {
        < 0x0E00 => false,
        <= 0x0EFF => true, // Thai, Lao
        >= 0x1000 and <= 0x109F => true, // Myanmar
        >= 0x1100 and <= 0x11FF => true, // Hangul jamo
        >= 0x1780 and <= 0x17FF => true, // Khmer
        >= 0x1950 and <= 0x19DF => true, // Tai Le, New Tai Lue
        >= 0x1A20 and <= 0x1AAF => true, // Tai Tham
        >= 0x3005 and <= 0x3007 => true, // iteration marks, zero
        >= 0x3040 and <= 0x31FF => true, // kana, Bopomofo, Hangul compatibility jamo
        >= 0x3400 and <= 0x4DBF => true, // Han extension A
        >= 0x4E00 and <= 0xA4CF => true, // Han, Yi
        >= 0xA960 and <= 0xA9FF => true, // Hangul extended, Javanese, Myanmar extended
        >= 0xAA60 and <= 0xAADF => true, // Myanmar extended, Tai Viet
        >= 0xAC00 and <= 0xD7FF => true, // Hangul syllables
        >= 0xF900 and <= 0xFAFF => true, // Han compatibility
        >= 0xFF66 and <= 0xFFDC => true, // half-width kana and jamo
        >= 0x1B000 and <= 0x1B16F => true, // kana supplement
        >= 0x20000 and <= 0x3FFFF => true, // Han extensions
        _ => false,
    };
}
