using OMem.Text.Times;

namespace OMem.Text;

/// <summary>How exactly a date is written.</summary>
internal enum DatePrecision
{
    /// <summary>A year.</summary>
    Year = 0,

    /// <summary>A month, with or without its year.</summary>
    Month = 1,

    /// <summary>A day, with or without its year.</summary>
    Day = 2,
}

/// <summary>A date written in a question.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Year">The year, or 0 when not written.</param>
/// <param name="Month">The month 1-12, or 0.</param>
/// <param name="Day">The day 1-31, or 0.</param>
internal readonly record struct QuestionTime(string Text, int Start, int Length, int Year, int Month, int Day)
{
    /// <summary>How exactly it is written.</summary>
    public DatePrecision Precision => Day > 0 ? DatePrecision.Day : Month > 0 ? DatePrecision.Month : DatePrecision.Year;

    /// <summary>The mention: its range in UTC, or open on both ends and approximate when the year is not written.</summary>
    public TimeMention ToMention()
    {
        var range = Year > 0 ? new DateParts(0, Year, Month, Day).ToSpan().ToRange(TimeSpan.Zero) : null;
        return new TimeMention(Text, Start, Length, range ?? new TimeRange(null, null, Approximate: true));
    }
}

/// <summary>
/// Finds the dates, months and years written in a question, in microseconds: the recall path has no time for more.
/// Expressions that need a present ("last year", "yesterday") are left out.
/// </summary>
/// <remarks>Thread-safe; any string is legal; the same in any culture. Ranges and further forms: <see cref="TimeExpressionResolver"/>.</remarks>
internal static class QuestionTimes
{
    /// <summary>Reads a question whose tokens are known, in order of <see cref="QuestionTime.Start"/>.</summary>
    public static IReadOnlyList<QuestionTime> Read(string question, List<Token> tokens)
    {
        List<QuestionTime>? found = null;
        var text = new TimeText(question, tokens);
        for (var run = 0; run < tokens.Count;)
        {
            var end = text.EnterRun(run);
            for (var at = run; at < end;)
            {
                if (!MayStart(text, at) || !TryRead(text, at, out var date))
                {
                    at++;
                    continue;
                }

                var start = tokens[at].Start;
                var length = tokens[date.Next - 1].Start + tokens[date.Next - 1].Length - start;
                (found ??= []).Add(new QuestionTime(question.Substring(start, length), start, length, date.Year, date.Month, date.Day));
                at = date.Next;
            }

            run = end;
        }

        return found is null ? [] : found;
    }

    /// <summary>Reads a question.</summary>
    public static IReadOnlyList<QuestionTime> Read(string question) => Read(question, Tokenizer.Tokenize(question));

    private static bool MayStart(TimeText text, int at) =>
        TimeWords.IsNumber(text.Word(at))
        || TimeVocabulary.Month(text.Word(at)) > 0
        || (text.Word(at) is "the" && TimeWords.IsNumber(text.Word(at + 1)));

    private static bool TryRead(TimeText text, int at, out DateParts date)
    {
        if (DateParts.TryRead(text, at, out date))
        {
            return true;
        }

        // Four digits in a question are a year more often than not: "the 2022 trip".
        var year = TimeVocabulary.Year(text.Word(at));
        date = new DateParts(at + 1, year, 0, 0);
        return year is >= 1900 and < 2100 && !MonthContext.CountsThings(text, at) && !IsPartOfNumber(text, at);
    }

    private static bool IsPartOfNumber(TimeText text, int at)
    {
        var start = text.Tokens[at].Start;
        return text.JoinedBy(at, '.') || text.JoinedBy(at - 1, '.') || text.JoinedBy(at, ',') || text.JoinedBy(at - 1, ',') || text.JoinedBy(at, ':')
            || (start > 0 && text.Source[start - 1] is '$' or '\u20AC' or '\u00A3' or '#');
    }
}
