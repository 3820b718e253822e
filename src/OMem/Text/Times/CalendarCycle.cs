namespace OMem.Text.Times;

/// <summary>What comes round again.</summary>
internal enum CycleKind
{
    /// <summary>A day of the week.</summary>
    Weekday = 0,

    /// <summary>Saturday and Sunday.</summary>
    Weekend = 1,

    /// <summary>A day of the month ("the 7th").</summary>
    DayOfMonth = 2,

    /// <summary>A day of the year ("7 May").</summary>
    DayOfYear = 3,

    /// <summary>A month.</summary>
    Month = 4,

    /// <summary>A season of three months, northern.</summary>
    Season = 5,

    /// <summary>A holiday of one day.</summary>
    Holiday = 6,
}

/// <summary>A time named without saying which one ("Saturday", "7 May", "summer"): a row of instances to choose from.</summary>
/// <param name="Kind">What comes round.</param>
/// <param name="Value">Weekday from 0 = Monday, day of the month, month 1-12, first month of the season, or the <see cref="Holiday"/>.</param>
/// <param name="Day">For a day of the year its day of the month.</param>
internal readonly record struct CalendarCycle(CycleKind Kind, int Value, int Day = 0)
{
    /// <summary>29 February is missing for up to eight years in a row.</summary>
    private const int Reach = 9;

    /// <summary>The instance of a year; only for what comes once a year.</summary>
    public CalendarSpan? InYear(long year) => At(year);

    /// <summary>The last one that was over before <paramref name="day"/>.</summary>
    public CalendarSpan? Before(long day) => Search(day, -1, span => span.To <= day * CalendarSpan.Day);

    /// <summary>The first one that starts after <paramref name="day"/>.</summary>
    public CalendarSpan? After(long day) => Search(day, 1, span => span.From >= (day + 1) * CalendarSpan.Day);

    /// <summary>The one a past event speaks of: months and seasons may still be running, days must be over.</summary>
    public CalendarSpan? Past(long day) =>
        IsSingleDay ? Before(day) : Search(day, -1, span => span.From <= day * CalendarSpan.Day);

    /// <summary>The one a future event speaks of: months and seasons may be running already.</summary>
    public CalendarSpan? Coming(long day) =>
        IsSingleDay ? After(day) : Search(day, 1, span => span.To > day * CalendarSpan.Day);

    /// <summary>The one that holds the day or else is nearest to it; of two as near, the past one.</summary>
    public CalendarSpan? Nearest(long day)
    {
        if (Search(day, -1, span => span.From <= day * CalendarSpan.Day) is not { } earlier)
        {
            return After(day);
        }

        if (earlier.To > day * CalendarSpan.Day || After(day) is not { } later)
        {
            return earlier;
        }

        return day - earlier.DayAfter < later.FirstDay - day ? earlier : later;
    }

    private bool IsSingleDay => Kind is CycleKind.Weekday or CycleKind.DayOfMonth or CycleKind.DayOfYear or CycleKind.Holiday;

    private CalendarSpan? Search(long day, int step, Func<CalendarSpan, bool> fits)
    {
        var index = IndexOf(day) - step;
        for (var i = 0; i <= Reach + 1; i++, index += step)
        {
            if (At(index) is { } span && fits(span))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>Which week, month or year the day lies in: instances are numbered by it.</summary>
    private long IndexOf(long day) => Kind switch
    {
        CycleKind.Weekday or CycleKind.Weekend => CalendarMath.FloorDivide(day, 7),
        CycleKind.DayOfMonth => CalendarMath.MonthNumber(day),
        _ => CalendarMath.MonthOf(day).Year,
    };

    private CalendarSpan? At(long index)
    {
        switch (Kind)
        {
            case CycleKind.Weekday:
                return CalendarSpan.OfDay((index * 7) + Value);
            case CycleKind.Weekend:
                return CalendarSpan.Days((index * 7) + 5, (index * 7) + 7);
            case CycleKind.DayOfMonth:
                return OfDay(index, Value);
            case CycleKind.DayOfYear:
                return OfDay((index * 12) + Value - 1, Day);
            case CycleKind.Month:
                return CalendarSpan.Months((index * 12) + Value - 1, (index * 12) + Value - 1);
            case CycleKind.Season:
                return CalendarSpan.Months((index * 12) + Value - 1, (index * 12) + Value + 1, approximate: true);
            default:
                return CalendarSpan.OfDay(Holidays.DayIn((Holiday)Value, index));
        }
    }

    private static CalendarSpan? OfDay(long month, int day) =>
        day <= CalendarMath.DaysInMonth(month) ? CalendarSpan.OfDay(CalendarMath.FirstDayOfMonth(month) + day - 1) : null;
}
