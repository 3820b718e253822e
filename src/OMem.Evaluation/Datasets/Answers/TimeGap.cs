using System.Globalization;
using System.Text.RegularExpressions;

namespace OMem.Evaluation;

/// <summary>A stretch of time in words, as LoCoMo-Plus writes it: "about six weeks later", "a couple of months later", "a year after".</summary>
internal static partial class TimeGap
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["a"] = 1, ["an"] = 1, ["one"] = 1, ["two"] = 2, ["a couple of"] = 2, ["three"] = 3, ["a few"] = 3, ["four"] = 4, ["five"] = 5,
        ["several"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
    };

    /// <summary>The instant so long before another; null when the words are not understood. "A few" is three, "several" five.</summary>
    public static DateTimeOffset? Before(DateTimeOffset instant, string gap)
    {
        var match = Words().Match(gap.Trim());
        if (!match.Success)
        {
            return null;
        }

        var word = match.Groups["count"].Value.ToLowerInvariant();
        if (!Numbers.TryGetValue(word, out var count) && !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out count))
        {
            return null;
        }

        return count > 1_000 || instant.Year <= 1_001 ? null : match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "day" => instant.AddDays(-count),
            "week" => instant.AddDays(-7 * count),
            "month" => instant.AddMonths(-count),
            _ => instant.AddYears(-count),
        };
    }

    [GeneratedRegex(
        @"^(about |around |roughly |nearly |almost |over )?(?<count>a couple of|a few|\w+) (?<unit>day|week|month|year)s? (later|after|afterwards)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();
}
