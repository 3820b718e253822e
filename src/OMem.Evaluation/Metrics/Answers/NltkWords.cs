using System.Text.RegularExpressions;

namespace OMem.Evaluation;

/// <summary>
/// Word tokens by the rules of NLTK's <c>word_tokenize</c> (Treebank with NLTK's quotes): sentence by sentence, because a full stop is a
/// token of its own only at the end of a sentence.
/// </summary>
/// <remarks>NLTK finds sentences with a trained model, here a rule does: white space after a mark, unless an abbreviation or an initial stands before it.</remarks>
internal static partial class NltkWords
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "dr", "st", "jr", "sr", "vs", "etc", "prof", "rev", "gen", "col", "capt", "lt", "mt", "co", "inc", "ltd", "corp",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "u.s", "u.k", "e.g", "i.e", "d.c", "n.y",
    };

    private static readonly (Regex Pattern, string Replacement)[] Rules =
    [
        Rule("([«“‘„]|[`]+)", " $1 "),
        Rule("^\"", "``"),
        Rule("(``)", " $1 "),
        Rule("([ \\(\\[{<])(\"|'{2})", "$1 `` "),
        Rule("(?i)(?<!\\w)(')(?!(?:re|ve|ll|m|t|s|d|n)\\b)(?=\\w)", "$1 "),
        Rule("([^\\.])(\\.)([\\]\\)}>\"'»”’ ]*)\\s*$", "$1 $2 $3 "),
        Rule("([:,])([^\\d])", " $1 $2"),
        Rule("([:,])$", " $1 "),
        Rule("\\.{2,}", " $0 "),
        Rule("[;@#$%&]", " $0 "),
        Rule("[\\u2012-\\u2015]", " $0 "),
        Rule("([^\\.])(\\.)([\\]\\)}>\"']*)\\s*$", "$1 $2$3 "),
        Rule("[?!]", " $0 "),
        Rule("([^'])' ", "$1 ' "),
        Rule("[*]", " $0 "),
        Rule("[\\]\\[\\(\\)\\{\\}\\<\\>]", " $0 "),
        Rule("--", " -- "),
        Rule("^|$", " "),
        Rule("([»”’])", " $1 "),
        Rule("''", " '' "),
        Rule("\"", " '' "),
        Rule("\\s+", " "),
        Rule("([^' ])('[sS]|'[mM]|'[dD]|') ", "$1 $2 "),
        Rule("([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) ", "$1 $2 "),
        Rule("(?i)\\b(can)(not)\\b", " $1 $2 "),
        Rule("(?i)\\b(d)('ye)\\b", " $1 $2 "),
        Rule("(?i)\\b(gim)(me)\\b", " $1 $2 "),
        Rule("(?i)\\b(gon)(na)\\b", " $1 $2 "),
        Rule("(?i)\\b(got)(ta)\\b", " $1 $2 "),
        Rule("(?i)\\b(lem)(me)\\b", " $1 $2 "),
        Rule("(?i)\\b(more)('n)\\b", " $1 $2 "),
        Rule("(?i)\\b(wan)(na)(?=\\s)", " $1 $2 "),
        Rule("(?i) ('t)(is)\\b", " $1 $2 "),
        Rule("(?i) ('t)(was)\\b", " $1 $2 "),
    ];

    /// <summary>The tokens of a text, in order.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Sentences(text).SelectMany(Words)];

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        foreach (Match end in Ends().Matches(text))
        {
            var word = text[(text.LastIndexOfAny([' ', '\t', '\n', '\r'], end.Index) + 1)..end.Index].ToLowerInvariant();
            if (text[end.Index] is not '.' || !(word.Length == 1 || word.EndsWith('.') || Abbreviations.Contains(word)))
            {
                yield return text[start..(end.Index + end.Length)].Trim();
                start = end.Index + end.Length;
            }
        }

        yield return text[start..].Trim();
    }

    private static string[] Words(string sentence) =>
        Rules.Aggregate(sentence, (text, rule) => rule.Pattern.Replace(text, rule.Replacement)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static (Regex Pattern, string Replacement) Rule(string pattern, string replacement) =>
        (new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)), replacement);

    [GeneratedRegex("""[.?!]["'”’)\]]*(?=\s)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ends();
}
