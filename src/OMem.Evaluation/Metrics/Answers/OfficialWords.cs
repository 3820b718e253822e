using System.Text;
using System.Text.RegularExpressions;

namespace OMem.Evaluation;

/// <summary>The words of an answer as LoCoMo's scorer compares them: lower case, no ASCII punctuation, no "a, an, the, and", Porter stems.</summary>
internal static partial class OfficialWords
{
    /// <summary>The stems of a text, in order.</summary>
    public static IReadOnlyList<string> Stems(string text) =>
        [.. Normalise(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NltkPorterStemmer.Stem)];

    private static string Normalise(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant())
        {
            if (!char.IsAscii(letter) || !(char.IsPunctuation(letter) || char.IsSymbol(letter)))
            {
                kept.Append(letter);
            }
        }

        return Articles().Replace(kept.ToString(), " ");
    }

    [GeneratedRegex(@"\b(a|an|the|and)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Articles();
}
