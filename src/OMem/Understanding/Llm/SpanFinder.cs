using OMem.Text;

namespace OMem.Understanding.Llm;

/// <summary>Finds quoted words in a text: as they stand, else word by word, whatever the case, the spaces and the marks between.</summary>
internal static class SpanFinder
{
    /// <summary>The longest quotation that is looked for, in UTF-16 units.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Where the words stand first; null when they do not.</summary>
    public static (int Start, int Length)? Find(string text, string words)
    {
        var quoted = words.Trim();
        if (quoted.Length is 0 or > MaxLength)
        {
            return null;
        }

        var exact = text.IndexOf(quoted, StringComparison.Ordinal);
        return exact >= 0 ? (exact, quoted.Length) : ByWords(text, quoted);
    }

    private static (int Start, int Length)? ByWords(string text, string quoted)
    {
        var wanted = Words(quoted);
        if (wanted.Count == 0)
        {
            return null;
        }

        var words = Words(text);
        for (var at = 0; at + wanted.Count <= words.Count; at++)
        {
            var length = 0;
            while (length < wanted.Count && string.Equals(words[at + length].Text, wanted[length].Text, StringComparison.Ordinal))
            {
                length++;
            }

            if (length == wanted.Count)
            {
                var last = words[at + length - 1];
                return (words[at].Start, last.Start + last.Length - words[at].Start);
            }
        }

        return null;
    }

    private static List<Token> Words(string text) => Tokenizer.Tokenize(text);
}
