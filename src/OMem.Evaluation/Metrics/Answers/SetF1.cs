using System.Text.RegularExpressions;

namespace OMem.Evaluation;

/// <summary>Variant B: F1 over sets of lower-case words, no stems, nothing left out. Not comparable with variant A.</summary>
internal static partial class SetF1
{
    /// <summary>The score, 0-1.</summary>
    public static double Of(string answer, string gold)
    {
        var given = Words(answer);
        var right = Words(gold);
        return HarmonicMean.Of(given.Count(right.Contains), given.Count, right.Count);
    }

    private static HashSet<string> Words(string text) =>
        Runs().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Runs();
}
