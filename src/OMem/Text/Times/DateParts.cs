namespace OMem.Text.Times;

/// <summary>A date as far as it is written: year, month and day, each 0 when missing. Needs no reference.</summary>
/// <param name="Next">The token after it.</param>
/// <param name="Year">Four digits.</param>
/// <param name="Month">1-12.</param>
/// <param name="Day">1-31, checked against the month.</param>
internal readonly record struct DateParts(int Next, int Year, int Month, int Day)
{
    /// <summary>Reads "7 May 2023", "the 7th of May", "May 7", "May 2023", "2023-05-07", and a month or year alone where its neighbours show that it is one.</summary>
    public static bool TryRead(TimeText text, int at, out DateParts parts)
    {
        parts = ReadIso(text, at) ?? ReadDayFirst(text, at) ?? ReadMonthFirst(text, at) ?? ReadYear(text, at) ?? default;
        return parts.Next > 0;
    }

    /// <summary>The phrase it makes: a span when the year is known, else what comes round each year.</summary>
    public TimePhrase ToPhrase() => (Year, Month, Day) switch
    {
        (0, _, 0) => TimePhrase.Of(Next, new CalendarCycle(CycleKind.Month, Month)),
        (0, _, _) => TimePhrase.Of(Next, new CalendarCycle(CycleKind.DayOfYear, Month, Day)),
        _ => new TimePhrase(Next, ToSpan()),
    };

    /// <summary>The span; the year must be known.</summary>
    public CalendarSpan ToSpan() => (Month, Day) switch
    {
        (0, _) => CalendarSpan.Years(Year, Year),
        (_, 0) => CalendarSpan.Months((Year * 12) + Month - 1, (Year * 12) + Month - 1),
        _ => CalendarSpan.OfDay(CalendarMath.DayNumber(Year, Month, Day)),
    };

    private static DateParts? ReadIso(TimeText text, int at)
    {
        var year = TimeVocabulary.Year(text.Word(at));
        if (year == 0 || !(Joined('-') || Joined('/') || Joined('.')))
        {
            return null;
        }

        var month = TimeVocabulary.Digits(text.Word(at + 1), 2);
        var last = text.Word(at + 2);
        var day = TimeVocabulary.Digits(last.Length > 3 && last[2] == 't' ? last.AsSpan(0, 2) : last, 2);
        return Exists(year, month, day) ? new DateParts(at + 3, year, month, day) : null;

        bool Joined(char sign) => text.JoinedBy(at, sign) && text.JoinedBy(at + 1, sign);
    }

    private static DateParts? ReadDayFirst(TimeText text, int at)
    {
        var start = text.Word(at) is "the" ? at + 1 : at;
        var day = TimeVocabulary.DayOfMonth(text.Word(start), out var ordinal);
        if (day == 0 && start > at && text.Word(start + 1) is "of")
        {
            (day, ordinal) = (TimeVocabulary.SpokenDay(text.Word(start)), true);
        }

        var monthAt = text.Word(start + 1) is "of" ? start + 2 : start + 1;
        var month = TimeVocabulary.Month(text.Word(monthAt));
        if (day == 0 || month == 0 || text.JoinedBy(start - 1, ':') || text.JoinedBy(start - 1, '.'))
        {
            return null;
        }

        var next = monthAt + 1;
        if (!ordinal && !MonthContext.IsMeantBesideNumber(text, start, monthAt, next))
        {
            return null;
        }

        return WithYear(text, next, month, day);
    }

    private static DateParts? ReadMonthFirst(TimeText text, int at)
    {
        var month = TimeVocabulary.Month(text.Word(at));
        if (month == 0)
        {
            return null;
        }

        var dayAt = text.Word(at + 1) is "the" ? at + 2 : at + 1;
        var day = TimeVocabulary.DayOfMonth(text.Word(dayAt), out var ordinal);
        if (day > 0 && !CountsSomething(text, dayAt) && (ordinal || MonthContext.IsMeantBesideNumber(text, at, at, dayAt + 1)))
        {
            return WithYear(text, dayAt + 1, month, day);
        }

        var spoken = TimeVocabulary.SpokenDay(text.Word(dayAt));
        if (spoken > 0 && text.Capitalized(at) && (text.Word(dayAt + 1).Length == 0 || TimeVocabulary.Year(text.Word(dayAt + 1)) > 0))
        {
            return WithYear(text, dayAt + 1, month, spoken);
        }

        // "31 February 2022" is no date, and not the month either.
        if (TimeVocabulary.DayOfMonth(text.Word(at - 1), out _) > CalendarMath.DaysInMonth(Leap(month)) || IsMissingLeapDay(text, at, month))
        {
            return null;
        }

        var yearAt = text.Word(at + 1) is "of" ? at + 2 : at + 1;
        if (TimeVocabulary.Year(text.Word(yearAt)) is > 0 and var year && !MonthContext.CountsThings(text, yearAt))
        {
            return new DateParts(yearAt + 1, year, month, 0);
        }

        return MonthContext.IsMeantAlone(text, at) ? new DateParts(at + 1, 0, month, 0) : null;
    }

    private static DateParts? ReadYear(TimeText text, int at) =>
        TimeVocabulary.Year(text.Word(at)) is > 0 and var year && MonthContext.IsYear(text, at) ? new DateParts(at + 1, year, 0, 0) : null;

    private static DateParts? WithYear(TimeText text, int next, int month, int day)
    {
        var year = TimeVocabulary.Year(text.Word(next));
        var known = year > 0 && !MonthContext.CountsThings(text, next);
        return Exists(known ? year : 2000, month, day) ? new DateParts(known ? next + 1 : next, known ? year : 0, month, day) : null;
    }

    private static bool IsMissingLeapDay(TimeText text, int at, int month) =>
        month == 2 && TimeVocabulary.DayOfMonth(text.Word(at - 1), out _) == 29 && TimeVocabulary.Year(text.Word(at + 1)) > 0;

    private static long Leap(int month) => (2000 * 12L) + month - 1;

    private static bool Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarMath.DaysInMonth((year * 12L) + month - 1);

    /// <summary>Whether the number belongs to what follows: "March 3 days later", "May 7:30", "June 5 pm".</summary>
    private static bool CountsSomething(TimeText text, int at) =>
        TimeVocabulary.Unit(text.Word(at + 1)) is not (TimeUnit.None or TimeUnit.Weekend) || text.Word(at + 1) is "am" or "pm" || text.JoinedBy(at, ':') || text.JoinedBy(at, '.');
}
