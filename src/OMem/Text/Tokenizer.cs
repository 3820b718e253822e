using System.Globalization;

namespace OMem.Text;

/// <summary>
/// Splits any UTF-16 string into words for search. Runs of letters and digits make a word, apostrophes inside allowed;
/// a final 's is taken off. Scripts written without spaces give each character and each pair of neighbours, so that any
/// language can be searched. Emoji and other symbols give nothing: they are decoration, not clues.
/// </summary>
/// <remarks>
/// Thread-safe; never throws; the result depends on the text alone, not on the culture. In globalization-invariant mode
/// there is no Unicode normalisation: composed and compatibility spellings of one word then stay apart.
/// </remarks>
internal static class Tokenizer
{
    /// <summary>Longest word in UTF-16 units of the text; the rest of a longer run (encoded data, mostly) is skipped.</summary>
    public const int MaxWordLength = 64;

    /// <summary>The words of <paramref name="text"/> in order of <see cref="Token.Start"/>.</summary>
    public static List<Token> Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>((text.Length / 5) + 1);
        Tokenize(text, tokens);
        return tokens;
    }

    /// <summary>Appends the words of <paramref name="text"/> to <paramref name="into"/>, in order of <see cref="Token.Start"/>.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, List<Token> into)
    {
        for (var i = 0; i < text.Length;)
        {
            switch (WordCharacter.At(text, i, out var width))
            {
                case WordCharacterKind.Letter:
                    i = ReadWord(text, i, into);
                    break;
                case WordCharacterKind.Unspaced:
                    i = ReadUnspaced(text, i, into);
                    break;
                default:
                    i += width;
                    break;
            }
        }
    }

    private static int ReadWord(ReadOnlySpan<char> text, int start, List<Token> into)
    {
        var end = start;
        var ascii = true;
        var afterApostrophe = false;
        for (var i = start; i < text.Length;)
        {
            var kind = WordCharacter.At(text, i, out var width);
            if (kind == WordCharacterKind.Letter || (kind == WordCharacterKind.Mark && !afterApostrophe))
            {
                afterApostrophe = false;
                end = i + width;
            }
            else if (kind == WordCharacterKind.Apostrophe && !afterApostrophe)
            {
                afterApostrophe = true;
            }
            else if (kind != WordCharacterKind.Ignorable)
            {
                break;
            }

            ascii &= text[i] < 128;
            i += width;
        }

        AddWord(text, start, WithoutPossessive(text, start, end), ascii, into);
        return end;
    }

    private static int WithoutPossessive(ReadOnlySpan<char> text, int start, int end) =>
        end - start > 2 && text[end - 1] is 's' or 'S' && WordCharacter.IsApostrophe(text[end - 2]) ? end - 2 : end;

    private static void AddWord(ReadOnlySpan<char> text, int start, int end, bool ascii, List<Token> into)
    {
        var length = Math.Min(end - start, MaxWordLength);
        if (char.IsHighSurrogate(text[start + length - 1]))
        {
            length--;
        }

        var source = text.Slice(start, length);
        var folded = ascii ? FoldAscii(source) : WordFolding.Fold(source);
        if (folded.Length > 0)
        {
            into.Add(new Token(folded, start, length, IsCapital(source)));
        }
    }

    private static string FoldAscii(ReadOnlySpan<char> source)
    {
        Span<char> lower = stackalloc char[MaxWordLength];
        lower = lower[..source.Length];
        for (var i = 0; i < source.Length; i++)
        {
            lower[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }

        // Half of all words are stop words: their one instance is reused.
        return StopWords.TryGetInstance(lower, out var instance) ? instance : new string(lower);
    }

    private static bool IsCapital(ReadOnlySpan<char> word)
    {
        if (word[0] < 128)
        {
            return char.IsAsciiLetterUpper(word[0]);
        }

        var codePoint = char.IsHighSurrogate(word[0]) ? char.ConvertToUtf32(word[0], word[1]) : word[0];
        return CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
    }

    /// <summary>Reads one character with its marks, gives it alone and together with the next one; goes on at the next.</summary>
    private static int ReadUnspaced(ReadOnlySpan<char> text, int start, List<Token> into)
    {
        var end = ClusterEnd(text, start);
        AddCluster(text, start, end, into);
        if (end < text.Length && WordCharacter.At(text, end, out _) == WordCharacterKind.Unspaced)
        {
            var next = ClusterEnd(text, end);
            if (next - start <= MaxWordLength)
            {
                AddCluster(text, start, next, into);
            }
        }

        return end;
    }

    private static int ClusterEnd(ReadOnlySpan<char> text, int start)
    {
        _ = WordCharacter.At(text, start, out var width);
        var end = start + width;
        while (end < text.Length
            && WordCharacter.At(text, end, out width) is WordCharacterKind.Mark or WordCharacterKind.Ignorable)
        {
            end += width;
        }

        return end;
    }

    private static void AddCluster(ReadOnlySpan<char> text, int start, int end, List<Token> into)
    {
        var source = text.Slice(start, Math.Min(end - start, MaxWordLength));
        if (char.IsHighSurrogate(source[^1]))
        {
            source = source[..^1];
        }

        var folded = WordFolding.Fold(source);
        if (folded.Length > 0)
        {
            into.Add(new Token(folded, start, source.Length, Capitalized: false));
        }
    }
}
