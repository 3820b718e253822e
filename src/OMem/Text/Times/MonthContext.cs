using System.Collections.Frozen;

namespace OMem.Text.Times;

/// <summary>Tells months and years from the ordinary words and numbers that look like them ("may", "march", "2022 miles").</summary>
internal static class MonthContext
{
    /// <summary>Words before a month or year that make it a time.</summary>
    private static readonly FrozenSet<string> Leads = Set(
        "in since until till by from through thru during before after of early late mid around about between circa to");

    /// <summary>Leads after which "may" and "march" without a capital are still verbs or nouns.</summary>
    private static readonly FrozenSet<string> WeakLeads = Set("to about during through thru around between");

    private static readonly FrozenSet<string> DayLeads = Set("on the of by from since until till before after around in last next this");

    private static readonly FrozenSet<string> Counted = Set("people km kg percent feet mph calories dollars euros pounds square sq");

    /// <summary>Whether a month's name alone is meant as a month: after a word like "in", or any that is no other word or name.</summary>
    public static bool IsMeantAlone(TimeText text, int at)
    {
        var month = text.Word(at);
        var before = text.Word(at - 1);
        if (month is "may" or "march" or "mar" && !text.Capitalized(at))
        {
            return Leads.Contains(before) && !WeakLeads.Contains(before);
        }

        return Leads.Contains(before)
            || (text.Word(at + 2) is "year" && text.Word(at + 1) is "last" or "this" or "next")
            || month is "january" or "february" or "july" or "september" or "october" or "november" or "december";
    }

    /// <summary>Whether a month beside a bare number is one: always, but for "may" and "march" in lower case ("chapter 7 may help", "may 5 of us come").</summary>
    public static bool IsMeantBesideNumber(TimeText text, int first, int monthAt, int next) =>
        text.Word(monthAt) is not ("may" or "march" or "mar")
        || text.Capitalized(monthAt)
        || DayLeads.Contains(text.Word(first - 1))
        || text.Word(first) is "the"
        || text.Word(next).Length == 0
        || TimeVocabulary.Year(text.Word(next)) > 0;

    /// <summary>Whether four digits are a year: after a word like "in", and not a count of things.</summary>
    public static bool IsYear(TimeText text, int at)
    {
        var before = text.Word(at - 1);
        var leads = before is "year" or "years" || (Leads.Contains(before) && before is not ("about" or "to" or "between")) || IsRange(text, at);
        return leads && !CountsThings(text, at) && !text.JoinedBy(at, ':') && !text.JoinedBy(at, '.') && !text.JoinedBy(at - 1, ':') && !text.JoinedBy(at - 1, '.');
    }

    /// <summary>Whether what follows the number is what it counts, as far as its form tells.</summary>
    public static bool CountsThings(TimeText text, int at)
    {
        var next = text.Word(at + 1);
        return Counted.Contains(next)
            || (next.Length > 3 && next[^1] == 's' && !text.Capitalized(at + 1) && !StopWords.IsStopWord(next) && !TimeWords.IsTimeWord(next) && !next.EndsWith("ss", StringComparison.Ordinal));
    }

    /// <summary>"2018-2020", "2018 to 2020", "between 2018 and 2020", "2018 to present": two years in order, or one until now.</summary>
    private static bool IsRange(TimeText text, int at) =>
        (text.Word(at + 1) is "to" or "until" or "till" && text.Word(at + 2) is "now" or "present") || IsSpan(text, at, at + 1) || IsSpan(text, at, at + 2) || IsSpan(text, at - 1, at) || IsSpan(text, at - 2, at);

    private static bool IsSpan(TimeText text, int left, int right)
    {
        var (from, to) = (TimeVocabulary.Year(text.Word(left)), TimeVocabulary.Year(text.Word(right)));
        if (from < 1800 || to < from || to > 2199)
        {
            return false;
        }

        return right == left + 1
            ? text.DashAfter(left)
            : text.Word(left + 1) is "to" or "until" or "till" or "through"
                || (text.Word(left + 1) is "and" && text.Word(left - 1) is "between");
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
