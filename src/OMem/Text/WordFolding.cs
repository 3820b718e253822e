using System.Globalization;
using System.Text;

namespace OMem.Text;

/// <summary>Brings the spellings of one word together: compatibility forms, case, digits of other scripts, apostrophes.</summary>
internal static class WordFolding
{
    /// <summary>Folds a word that has characters beyond ASCII. Accents stay: they tell words apart in most languages that write them.</summary>
    /// <param name="word">Letters, marks, apostrophes and ignorable characters; no lone surrogate.</param>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> simple = stackalloc char[Tokenizer.MaxWordLength];
        if (TryFoldSimple(word, simple))
        {
            return new string(simple[..word.Length]);
        }

        return FoldFully(word);
    }

    /// <summary>Folds letter by letter when none of them composes or has another compatible form: nearly all words people write.</summary>
    private static bool TryFoldSimple(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (word.Length > folded.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            var c = FoldSimple(word[i]);
            if (c == '\0')
            {
                return false;
            }

            folded[i] = c;
        }

        return true;
    }

    /// <summary>The folded letter, or '\0' for one that needs normalisation or has a rule of its own.</summary>
    internal static char FoldSimple(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : c == '\'' ? c : '\0',
        '\u2019' => '\'',
        // Latin; the ligatures and letters with an apostrophe or middle dot, I with dot and long s apart.
        >= '\u00C0' and <= '\u017F' => c is '\u00D7' or '\u00F7' or '\u0130' or '\u0132' or '\u0133' or '\u013F' or '\u0140' or '\u0149' or '\u017F'
            ? '\0' : char.ToLowerInvariant(c),
        // Greek without final sigma; Cyrillic.
        (>= '\u0388' and <= '\u03CE') or (>= '\u0400' and <= '\u045F') => c is '\u03C2' ? '\0' : char.ToLowerInvariant(c),
        // Thai without the marks that normalisation orders and the vowel it takes apart; Hangul, kana, Han.
        (>= '\u0E01' and <= '\u0E32') or (>= '\u0E34' and <= '\u0E37') or (>= '\u0E40' and <= '\u0E4B')
            or (>= '\uAC00' and <= '\uD7A3') or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA') or (>= '\u4E00' and <= '\u9FFF') => c,
        _ => '\0',
    };

    /// <summary>Folds any word.</summary>
    internal static string FoldFully(ReadOnlySpan<char> word) =>
        // Lower case and digits first change what the second round can compose; joiners would keep marks apart.
        Normalize(Clean(Normalize(Clean(word)).ToLowerInvariant()));

    private static string Normalize(string text) =>
        text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);

    private static string Clean(ReadOnlySpan<char> text)
    {
        var buffer = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var kind = WordCharacter.At(text, i, out var width);
            switch (kind)
            {
                case WordCharacterKind.Apostrophe:
                    buffer.Append('\'');
                    break;
                case WordCharacterKind.Letter or WordCharacterKind.Mark or WordCharacterKind.Unspaced:
                    AppendLetter(buffer, text.Slice(i, width));
                    break;
                default:
                    // Compatibility forms may hold spaces and signs; joiners are dropped.
                    break;
            }

            i += width;
        }

        return buffer.ToString();
    }

    private static void AppendLetter(StringBuilder buffer, ReadOnlySpan<char> letter)
    {
        var codePoint = letter.Length == 2 ? char.ConvertToUtf32(letter[0], letter[1]) : letter[0];
        var digit = letter.Length == 1 ? CharUnicodeInfo.GetDecimalDigitValue(letter[0]) : CharUnicodeInfo.GetDecimalDigitValue(letter.ToString(), 0);
        if (digit >= 0)
        {
            buffer.Append((char)('0' + digit));
            return;
        }

        switch (codePoint)
        {
            case 0x0130: // capital I with dot: its lower case depends on the culture, so it is settled here
                buffer.Append('i');
                break;
            case 0x03C2: // final sigma
                buffer.Append('\u03C3');
                break;
            default:
                buffer.Append(letter);
                break;
        }
    }
}
