using System.Collections.Frozen;

namespace OMem.Text.Times;

/// <summary>Reads what comes round: weekdays, seasons, holidays, decades of a century, "the 7th", a weekday before a date.</summary>
internal static class CyclePhrase
{
    private static readonly FrozenSet<string> HolidayLeads = Set(
        "on at for around about before after since until till by during over last next this of");

    private static readonly FrozenSet<string> ShortWeekdayLeads = Set("on last next this until till by since from before after");

    /// <summary>Reads a weekday, month, season or holiday after "last", "this" or "next".</summary>
    public static bool TryReadName(TimeText text, int at, out int next, out CalendarCycle cycle)
    {
        var word = text.Word(at);
        next = at + 1;
        cycle = default;
        if (Holidays.TryRead(text, at, out var afterHoliday, out var holiday))
        {
            next = afterHoliday;
            cycle = new CalendarCycle(CycleKind.Holiday, (int)holiday);
            return true;
        }

        if (TimeVocabulary.Season(word) is > 0 and var season)
        {
            cycle = new CalendarCycle(CycleKind.Season, season);
            return true;
        }

        if (TimeVocabulary.Month(word) is > 0 and var month)
        {
            cycle = new CalendarCycle(CycleKind.Month, month);
            return true;
        }

        if (TimeVocabulary.Weekday(word) is >= 0 and var weekday && (word.Length > 4 || text.Capitalized(at)))
        {
            cycle = new CalendarCycle(CycleKind.Weekday, weekday);
            return true;
        }

        return false;
    }

    /// <summary>Reads such an expression where it stands alone.</summary>
    public static bool TryRead(TimeContext context, int at, out TimePhrase phrase) =>
        TryReadWeekday(context.Text, at, out phrase)
        || TryReadWeekend(context.Text, at, out phrase)
        || TryReadSeason(context, at, out phrase)
        || TryReadHoliday(context.Text, at, out phrase)
        || TryReadDecade(context.Text, at, out phrase)
        || TryReadDayOfMonth(context.Text, at, out phrase);

    private static bool TryReadWeekday(TimeText text, int at, out TimePhrase phrase)
    {
        phrase = default;
        var weekday = TimeVocabulary.Weekday(text.Word(at));
        if (weekday < 0 || text.Word(at - 1) is "every" or "each" or "most" or "any")
        {
            return false;
        }

        // "Saturday, 7 May": the date says more.
        if (DateParts.TryRead(text, at + 1, out var date) && date.Day > 0)
        {
            phrase = date.ToPhrase();
            return true;
        }

        var isShort = text.Word(at).Length < 6;
        if (isShort && !(text.Capitalized(at) && ShortWeekdayLeads.Contains(text.Word(at - 1))))
        {
            return false;
        }

        phrase = TimePhrase.Of(at + 1, new CalendarCycle(CycleKind.Weekday, weekday));
        return true;
    }

    /// <summary>"Over the weekend", "at the weekend".</summary>
    private static bool TryReadWeekend(TimeText text, int at, out TimePhrase phrase)
    {
        phrase = TimePhrase.Of(at + 2, new CalendarCycle(CycleKind.Weekend, 0));
        return text.Word(at) is "the" && text.Word(at + 1) is "weekend" && text.Word(at - 1) is "over" or "at" or "during" or "on" or "for";
    }

    /// <summary>"Summer 2021", "the spring of 2020", "over the summer". "In summer" alone is a habit.</summary>
    private static bool TryReadSeason(TimeContext context, int at, out TimePhrase phrase)
    {
        phrase = default;
        var text = context.Text;
        var start = text.Word(at) is "the" ? at + 1 : at;
        var season = TimeVocabulary.Season(text.Word(start));
        if (season == 0)
        {
            return false;
        }

        var cycle = new CalendarCycle(CycleKind.Season, season);
        var yearAt = text.Word(start + 1) is "of" or "in" ? start + 2 : start + 1;
        if (TryReadYear(context, yearAt, out var next, out var year))
        {
            phrase = new TimePhrase(next, cycle.InYear(year) ?? default);
            return true;
        }

        phrase = TimePhrase.Of(start + 1, cycle);
        return start > at && text.Word(at - 1) is "over" or "during" or "since" or "before" or "after" or "until";
    }

    private static bool TryReadHoliday(TimeText text, int at, out TimePhrase phrase)
    {
        phrase = default;
        if (!Holidays.TryRead(text, at, out var next, out var holiday))
        {
            return false;
        }

        var cycle = new CalendarCycle(CycleKind.Holiday, (int)holiday);
        var yearAt = text.Word(next) is "of" or "in" ? next + 1 : next;
        if (TimeVocabulary.Year(text.Word(yearAt)) is > 0 and var year)
        {
            phrase = new TimePhrase(yearAt + 1, cycle.InYear(year) ?? default);
            return true;
        }

        // "Christmas Eve" is a day wherever it stands, "Christmas" may be a mood.
        phrase = TimePhrase.Of(next, cycle);
        return next > at + 1 || text.Word(next) is "weekend" || HolidayLeads.Contains(text.Word(at - 1));
    }

    /// <summary>"The 90s", "the 1990s", "the eighties".</summary>
    private static bool TryReadDecade(TimeText text, int at, out TimePhrase phrase)
    {
        var decade = text.Word(at) is "the" ? TimeVocabulary.Decade(text.Word(at + 1)) : 0;
        phrase = new TimePhrase(at + 2, CalendarSpan.Years(decade, decade + 9, approximate: true));
        return decade > 0;
    }

    /// <summary>"On the 7th": the month is to be found.</summary>
    private static bool TryReadDayOfMonth(TimeText text, int at, out TimePhrase phrase)
    {
        phrase = default;
        if (text.Word(at) is not "the" || text.Word(at - 1) is not ("on" or "by" or "until" or "till" or "since" or "before" or "after"))
        {
            return false;
        }

        var day = TimeVocabulary.DayOfMonth(text.Word(at + 1), out var ordinal);
        if (day == 0 || !ordinal || (text.Word(at + 2).Length > 0 && !StopWords.IsStopWord(text.Word(at + 2)) && text.Word(at + 2) is not "at"))
        {
            return false;
        }

        phrase = TimePhrase.Of(at + 2, new CalendarCycle(CycleKind.DayOfMonth, day));
        return true;
    }

    private static bool TryReadYear(TimeContext context, int at, out int next, out long year)
    {
        var text = context.Text;
        next = at + 1;
        year = TimeVocabulary.Year(text.Word(at));
        if (year == 0 && text.Word(at + 1) is "year" && text.Word(at) is "last" or "this" or "next")
        {
            next = at + 2;
            year = context.Year + (text.Word(at) is "last" ? -1 : text.Word(at) is "next" ? 1 : 0);
            return true;
        }

        return year > 0;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
