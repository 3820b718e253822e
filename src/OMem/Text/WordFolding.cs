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
        var text = word.ToString();
        if (!text.IsNormalized(NormalizationForm.FormKC))
        {
            text = text.Normalize(NormalizationForm.FormKC);
        }

        text = text.ToLowerInvariant();
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
                    AppendLetter(buffer, text.AsSpan(i, width));
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
        var digit = CharUnicodeInfo.GetDecimalDigitValue(letter.ToString(), 0);
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
