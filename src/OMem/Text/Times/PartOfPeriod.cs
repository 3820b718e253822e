namespace OMem.Text.Times;

/// <summary>Reads a part of a period: "early May", "the end of last year", "mid-July", "later this week", "the second weekend of June", "the last Friday of the month".</summary>
internal static class PartOfPeriod
{
    /// <summary>Reads such an expression at a token. <paramref name="whole"/> reads the period it is part of.</summary>
    public static bool TryRead(TimeContext context, int at, PhraseReader whole, out TimePhrase phrase) =>
        TryReadThird(context, at, whole, out phrase) || TryReadNth(context, at, whole, out phrase);

    private static bool TryReadThird(TimeContext context, int at, PhraseReader whole, out TimePhrase phrase)
    {
        phrase = default;
        var text = context.Text;
        var start = text.Word(at) is "the" ? at + 1 : at;
        var (part, next) = text.Word(start) switch
        {
            "early" => (0, start + 1),
            "mid" => (1, start + 1),
            "late" => (2, start + 1),
            "beginning" or "start" when text.Word(start + 1) is "of" => (0, start + 2),
            "middle" when text.Word(start + 1) is "of" => (1, start + 2),
            "end" when text.Word(start + 1) is "of" => (2, start + 2),
            "earlier" => (3, start + 1),
            "later" => (4, start + 1),
            _ => (-1, 0),
        };
        if (part < 0 || !TryReadWhole(context, next, whole, out next, out var span))
        {
            return false;
        }

        var now = context.Today * CalendarSpan.Day;
        var length = (span.To - span.From)!.Value;
        var (from, to) = part switch
        {
            3 => (span.From, Math.Min(span.To!.Value, now)),
            4 => (Math.Max(span.From!.Value, now + CalendarSpan.Day), span.To),
            _ => Third(span, part),
        };
        if (from >= to || length <= CalendarSpan.Day)
        {
            return false;
        }

        phrase = new TimePhrase(next, CalendarSpan.Days(
            CalendarMath.FloorDivide(from!.Value, CalendarSpan.Day), CalendarMath.FloorDivide(to!.Value, CalendarSpan.Day), approximate: true));
        return true;
    }

    /// <summary>The first, middle or last third; of a year or season in whole months.</summary>
    private static (long? From, long? To) Third(CalendarSpan span, int part)
    {
        var (first, end) = (CalendarMath.MonthNumber(span.FirstDay), CalendarMath.MonthNumber(span.DayAfter));
        if (end - first >= 3 && CalendarSpan.Months(first, end - 1) is var months && months.From == span.From && months.To == span.To)
        {
            var third = (end - first) / 3;
            var start = first + (part * third);
            var whole = CalendarSpan.Months(start, part == 2 ? end - 1 : start + third - 1);
            return (whole.From, whole.To);
        }

        var length = span.To - span.From;
        return (span.From + (part * length / 3), span.From + ((part + 1) * length / 3));
    }

    /// <summary>The period: a phrase with both ends, "the month", "the year", or a month that was not clear by itself.</summary>
    private static bool TryReadWhole(TimeContext context, int at, PhraseReader whole, out int next, out CalendarSpan span)
    {
        var text = context.Text;
        span = default;
        next = at + 2;
        if (text.Word(at) is "the" or "my" && TimeVocabulary.Unit(text.Word(at + 1)) is var unit && unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
        {
            var monday = CalendarMath.Monday(context.Today);
            span = unit switch
            {
                TimeUnit.Week => CalendarSpan.Days(monday, monday + 7),
                TimeUnit.Month => CalendarSpan.Months(context.Month, context.Month),
                _ => CalendarSpan.Years(context.Year, context.Year),
            };
            return text.Word(at) is "the" && text.Word(next) is not "of";
        }

        if (TimeVocabulary.Decade(text.Word(at)) is > 0 and var decade)
        {
            (next, span) = (at + 1, CalendarSpan.Years(decade, decade + 9));
            return true;
        }

        if (!whole(context, at, out var phrase) || context.Settle(phrase, at) is not { From: not null, To: not null } settled)
        {
            return false;
        }

        (next, span) = (phrase.Next, settled);
        return true;
    }

    private static bool TryReadNth(TimeContext context, int at, PhraseReader whole, out TimePhrase phrase)
    {
        phrase = default;
        var text = context.Text;
        var start = text.Word(at) is "the" ? at + 1 : at;
        var nth = TimeVocabulary.Ordinal(text.Word(start));
        var weekday = TimeVocabulary.Weekday(text.Word(start + 1));
        var unit = TimeVocabulary.Unit(text.Word(start + 1));
        var step = weekday >= 0 ? 1 : text.Word(start + 1) is "quarter" ? 5 : unit is TimeUnit.Day ? 2 : unit is TimeUnit.Week ? 3 : unit is TimeUnit.Weekend ? 4 : 0;
        if (nth == 0 || step == 0 || text.Word(start + 2) is not ("of" or "in")
            || !TryReadWhole(context, start + 3, whole, out var next, out var period) || period.To - period.From <= 7 * CalendarSpan.Day)
        {
            return false;
        }

        var (first, end) = (period.FirstDay, period.DayAfter);
        var span = step switch
        {
            2 => CalendarSpan.OfDay(nth > 0 ? first + nth - 1 : end - 1),
            3 => nth > 0 ? CalendarSpan.Days(first + (7 * (nth - 1)), first + (7 * nth), approximate: true) : CalendarSpan.Days(end - 7, end, approximate: true),
            4 => Nth(5, 2),
            5 => Quarter(CalendarMath.MonthNumber(nth > 0 ? first : end) + (3 * (nth > 0 ? nth - 1 : -1))),
            _ => Nth(weekday, 1),
        };
        phrase = new TimePhrase(next, span with { Approximate = span.Approximate || period.Approximate });
        return span.FirstDay >= first && span.DayAfter <= end + 1;

        static CalendarSpan Quarter(long month) => CalendarSpan.Months(month, month + 2);

        CalendarSpan Nth(int day, int days)
        {
            var from = nth > 0
                ? first + ((day - CalendarMath.Weekday(first) + 7) % 7) + (7 * (nth - 1))
                : end - 1 - ((CalendarMath.Weekday(end - 1) - day + 7) % 7);
            return CalendarSpan.Days(from, from + days);
        }
    }
}

/// <summary>Reads a time expression at a token.</summary>
internal delegate bool PhraseReader(TimeContext context, int at, out TimePhrase phrase);
