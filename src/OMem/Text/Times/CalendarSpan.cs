namespace OMem.Text.Times;

/// <summary>A stretch of local time, half open, in minutes from the start of year 1. A null end is open.</summary>
internal readonly record struct CalendarSpan(long? From, long? To, bool Approximate = false)
{
    /// <summary>Minutes of a day.</summary>
    public const int Day = 24 * 60;

    private const long TicksPerMinute = TimeSpan.TicksPerMinute;

    /// <summary>Whether it is exactly one day.</summary>
    public bool IsDay => To - From == Day;

    /// <summary>The day its start lies in; it must have one.</summary>
    public long FirstDay => CalendarMath.FloorDivide(From!.Value, Day);

    /// <summary>The first day that lies wholly after it; it must have an end.</summary>
    public long DayAfter => -CalendarMath.FloorDivide(-To!.Value, Day);

    /// <summary>From the first day to before the last one.</summary>
    public static CalendarSpan Days(long first, long end, bool approximate = false) => new(first * Day, end * Day, approximate);

    /// <summary>One day.</summary>
    public static CalendarSpan OfDay(long day) => Days(day, day + 1);

    /// <summary>Months counted through, the last one included.</summary>
    public static CalendarSpan Months(long first, long last, bool approximate = false) =>
        Days(CalendarMath.FirstDayOfMonth(first), CalendarMath.FirstDayOfMonth(last + 1), approximate);

    /// <summary>Years, the last one included.</summary>
    public static CalendarSpan Years(long first, long last, bool approximate = false) =>
        Months(first * 12, (last * 12) + 11, approximate);

    /// <summary>The same span, marked as vague.</summary>
    public CalendarSpan AsApproximate() => this with { Approximate = true };

    /// <summary>The range in the given offset, cut to the instants that exist; null when nothing is left.</summary>
    public TimeRange? ToRange(TimeSpan offset)
    {
        var lowest = Math.Max(0, offset.Ticks);
        var highest = DateTime.MaxValue.Ticks + Math.Min(0, offset.Ticks);
        var from = Ticks(From);
        var to = Ticks(To);
        if (from >= highest || to <= lowest || from >= to)
        {
            return null;
        }

        return new TimeRange(At(from), At(to), Approximate);

        DateTimeOffset? At(long? ticks) =>
            ticks is { } value ? new DateTimeOffset(Math.Clamp(value, lowest, highest), offset) : null;
    }

    private static long? Ticks(long? minutes) =>
        minutes is { } value ? Math.Clamp(value, -Day, (DateTime.MaxValue.Ticks / TicksPerMinute) + Day) * TicksPerMinute : null;
}
