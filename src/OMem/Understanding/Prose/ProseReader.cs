namespace OMem.Understanding.Prose;

/// <summary>Text to sentences of words. Reads at most <see cref="MaxLength"/> units, so that one message costs a bounded time.</summary>
/// <remarks>Pure; never throws, whatever the text.</remarks>
internal static class ProseReader
{
    /// <summary>How much of a message is read, in UTF-16 units: about 3,000 words.</summary>
    public const int MaxLength = 16_384;

    private const int MaxSentenceWords = 120;
    private const int MaxWordLength = 64;

    /// <summary>The sentences of a text, in order; empty when it has no words.</summary>
    public static List<Sentence> Read(string text)
    {
        var length = Math.Min(text.Length, MaxLength);
        return new Scan(text, ProseMask.Of(text.AsSpan(0, length))).Run();
    }

    private sealed class Scan(string text, bool[] masked)
    {
        private readonly List<Word> _words = new((masked.Length / 5) + 4);
        private readonly List<(int First, int End, bool Question)> _bounds = [];
        private int _first;
        private Gap _gap;

        public List<Sentence> Run()
        {
            for (var i = 0; i < masked.Length;)
            {
                if (!masked[i] && char.IsLetterOrDigit(text[i]))
                {
                    i = ReadWord(i);
                }
                else
                {
                    ReadMark(i);
                    i++;
                }
            }

            EndSentence(question: false);
            var words = _words.ToArray();
            return _bounds.ConvertAll(bound => new Sentence(text, words, bound.First, bound.End, bound.Question));
        }

        private int ReadWord(int start)
        {
            var end = WordEnd(start);
            if (end - start <= MaxWordLength)
            {
                var lower = text[start..end].Replace('\u2019', '\'').Replace('\u02BC', '\'').ToLowerInvariant();
                var capital = char.IsUpper(text[start]);
                foreach (var part in Contractions.Expand(lower))
                {
                    _words.Add(new Word(part, start, end - start, capital, _words.Count == _first ? Gap.Strong : _gap));
                    _gap = Gap.None;
                }
            }

            if (_words.Count - _first >= MaxSentenceWords)
            {
                EndSentence(question: false);
            }

            return end;
        }

        private int WordEnd(int i)
        {
            while (i < masked.Length && !masked[i])
            {
                if (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark)
                {
                    i++;
                }
                else if (i + 1 < masked.Length && !masked[i + 1] && Joins(i))
                {
                    i += 2;
                }
                else
                {
                    break;
                }
            }

            return i;
        }

        /// <summary>Whether the sign at <paramref name="i"/> belongs to the word around it: don't, part-time, R&amp;B, 3.5, 5:30.</summary>
        private bool Joins(int i) => text[i] switch
        {
            '\'' or '\u2019' or '\u02BC' or '-' or '&' => char.IsLetterOrDigit(text[i + 1]),
            '.' or ':' or ',' => char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
            _ => false,
        };

        private void ReadMark(int i)
        {
            var c = text[i];
            if (masked[i])
            {
                _gap = Gap.Strong;
            }
            else if (c is '?' or '\uFF1F' or '\u061F')
            {
                EndSentence(question: true);
            }
            else if (c is '!' or '\n' or '\u2026' or '\u3002' or '\uFF01' || (c == '.' && IsFullStop(i)) || char.IsSurrogate(c) || IsPictograph(c))
            {
                EndSentence(question: false);
            }
            else if (c is ',' or '/' or '\u060C' or '\u3001')
            {
                Widen(Gap.Comma);
            }
            else if (c is ';' or ':' or '(' or ')' or '[' or ']' or '\u2014' or '\u2013' or '-' or '|' or '*')
            {
                Widen(Gap.Strong);
            }
        }

        private void Widen(Gap gap) => _gap = gap > _gap ? gap : _gap;

        private bool IsFullStop(int i)
        {
            if (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]) && char.IsLetterOrDigit(text[i + 1]))
            {
                return false;
            }

            return _words.Count == _first || _words[^1].End != i || !Abbreviation(_words[^1]);
        }

        private static bool Abbreviation(Word word) =>
            (word.Length == 1 && word.Capital && !word.Is("i")) || word.Text is "mr" or "mrs" or "ms" or "dr" or "st" or "vs" or "jr" or "prof";

        private static bool IsPictograph(char c) =>
            char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherSymbol;

        private void EndSentence(bool question)
        {
            if (_words.Count > _first)
            {
                _bounds.Add((_first, _words.Count, question));
                _first = _words.Count;
            }

            _gap = Gap.Strong;
        }
    }
}
