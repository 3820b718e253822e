using System.Text.RegularExpressions;

namespace OMem.Evaluation;

/// <summary>Which options a reply names, as PersonaMem's own scorer reads it.</summary>
internal static partial class ChoiceAnswer
{
    private const string Marker = "<final_answer>";
    private const string ClosingMarker = "</final_answer>";

    /// <summary>Whether the reply names the right option and no other: after the last marker, or else in the whole reply.</summary>
    /// <param name="reply">What the model wrote.</param>
    /// <param name="key">The letter of the right option.</param>
    /// <param name="options">How many options there were.</param>
    public static bool IsRight(string reply, char key, int options) =>
        IsOnly(Letters(Final(reply), options), key) || IsOnly(Letters(reply, options), key);

    /// <summary>Whether any option is named at all.</summary>
    public static bool IsReadable(string reply, int options) => Letters(reply, options).Count > 0;

    /// <summary>The text after the last marker, a closing marker dropped; the whole reply without a marker.</summary>
    public static string Final(string reply)
    {
        var at = reply.LastIndexOf(Marker, StringComparison.Ordinal);
        var final = (at < 0 ? reply : reply[(at + Marker.Length)..]).Trim();
        return final.EndsWith(ClosingMarker, StringComparison.Ordinal) ? final[..^ClosingMarker.Length].Trim() : final;
    }

    /// <summary>Letters in parentheses; where there are none, letters that stand alone.</summary>
    private static HashSet<char> Letters(string text, int options)
    {
        var lower = text.ToLowerInvariant();
        var found = Named(InParentheses().Matches(lower), options);
        return found.Count > 0 ? found : Named(Alone().Matches(lower), options);
    }

    private static HashSet<char> Named(MatchCollection matches, int options) =>
        matches.Select(match => match.Groups["letter"].Value[0]).Where(letter => letter < 'a' + options).ToHashSet();

    private static bool IsOnly(HashSet<char> letters, char key) => letters.Count == 1 && letters.Contains(key);

    [GeneratedRegex(@"\((?<letter>[a-z])\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex InParentheses();

    [GeneratedRegex(@"\b(?<letter>[a-z])\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Alone();
}
