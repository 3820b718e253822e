using System.Collections.Frozen;
using System.Globalization;
using OMem.Text;

namespace OMem.Recall;

/// <summary>Finds the days, months and years a question names. Years may stay open: a ranking can try them all.</summary>
internal static class DateClueReader
{
    private static readonly FrozenDictionary<string, int> Months = MonthNames();

    private static readonly FrozenSet<string> BeforeMonth =
        new[] { "in", "on", "of", "since", "until", "by", "during", "last", "late", "early", "mid" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The dates in order of their words.</summary>
    public static List<DateClue> Read(List<Token> tokens)
    {
        var clues = new List<DateClue>();
        var used = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Months.TryGetValue(tokens[i].Text, out var month) && IsMeantAsMonth(tokens, i))
            {
                clues.Add(ReadMonth(tokens, i, month, used));
            }
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (ReadYear(tokens, i) is { } year && !used.Contains(i))
            {
                clues.Add(new DateClue(year, null, null, tokens[i].Start, tokens[i].Length));
            }
        }

        clues.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return clues;
    }

    private static DateClue ReadMonth(List<Token> tokens, int at, int month, HashSet<int> used)
    {
        int? year = null;
        int? day = null;
        var (first, last) = (at, at);
        for (var i = at + 1; i <= at + 2 && year is null; i++)
        {
            year = ReadYear(tokens, i);
            if (year is not null)
            {
                used.Add(i);
                last = i;
            }
        }

        foreach (var i in new[] { at - 1, at + 1, at - 2 })
        {
            if (ReadDay(tokens, i) is { } found && (i != at - 2 || tokens[at - 1].Text is "of"))
            {
                day = found;
                (first, last) = (Math.Min(first, i), Math.Max(last, i));
                break;
            }
        }

        var end = tokens[last].Start + tokens[last].Length;
        return new DateClue(year, month, day, tokens[first].Start, end - tokens[first].Start);
    }

    /// <summary>"May" and "march" are months only after a word like "in" or beside a number.</summary>
    private static bool IsMeantAsMonth(List<Token> tokens, int at) =>
        tokens[at].Text is not ("may" or "march")
        || (at > 0 && (BeforeMonth.Contains(tokens[at - 1].Text) || TimeWords.IsNumber(tokens[at - 1].Text)))
        || (at + 1 < tokens.Count && TimeWords.IsNumber(tokens[at + 1].Text));

    private static int? ReadYear(List<Token> tokens, int at) =>
        (uint)at < (uint)tokens.Count && tokens[at].Text is ['1', '9', _, _] or ['2', '0', _, _]
        && int.TryParse(tokens[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    private static int? ReadDay(List<Token> tokens, int at)
    {
        if ((uint)at >= (uint)tokens.Count)
        {
            return null;
        }

        var word = tokens[at].Text.AsSpan();
        if (word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal)
            || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal))
        {
            word = word[..^2];
        }

        return word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            ? day
            : null;
    }

    private static FrozenDictionary<string, int> MonthNames()
    {
        string[] names =
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        ];
        var months = new Dictionary<string, int>(StringComparer.Ordinal) { ["sept"] = 9 };
        for (var i = 0; i < names.Length; i++)
        {
            months[names[i]] = i + 1;
            months[names[i][..3]] = i + 1;
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
