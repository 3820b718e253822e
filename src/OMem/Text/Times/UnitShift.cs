namespace OMem.Text.Times;

/// <summary>"Three weeks ago", "in two months": a quantity of units away from a day. The coarser the unit, the wider the span.</summary>
internal static class UnitShift
{
    /// <summary>Around a day some weeks away so many days on each side are meant too.</summary>
    private const int WeekSlack = 3;

    /// <summary>Around a moment some decades away so many years on each side are meant too.</summary>
    private const int DecadeSlack = 2;

    /// <summary>The span <paramref name="quantity"/> units before (<paramref name="sign"/> -1) or after (+1) the context's moment; null for a unit that has none.</summary>
    public static CalendarSpan? FromNow(TimeContext context, Quantity quantity, TimeUnit unit, int sign) => unit switch
    {
        TimeUnit.Minute => Moment(context.Now, quantity, sign, 1),
        TimeUnit.Hour => Moment(context.Now, quantity, sign, 60),
        TimeUnit.Weekend => Weekends(context.Today, quantity, sign),
        _ => FromDay(context.Today, quantity, unit, sign),
    };

    /// <summary>The span that many days, weeks, months or years from a day; null for other units.</summary>
    public static CalendarSpan? FromDay(long day, Quantity quantity, TimeUnit unit, int sign)
    {
        var (low, high) = (quantity.Low, quantity.High);
        return unit switch
        {
            TimeUnit.Day => Days(day, low, high, sign, 0, !quantity.IsExact),
            TimeUnit.Week => Days(day, low * 7, high * 7, sign, WeekSlack, approximate: true),
            TimeUnit.Fortnight => Days(day, low * 14, high * 14, sign, WeekSlack, approximate: true),
            TimeUnit.Month => Months(day, low, high, sign, low == Math.Floor(low) ? 0 : 0.5),
            TimeUnit.Year when low != Math.Floor(low) => Months(day, low * 12, high * 12, sign, 2),
            TimeUnit.Year => Years(day, low, high, sign),
            TimeUnit.Decade => Years(day, (low * 10) - DecadeSlack, (high * 10) + DecadeSlack, sign),
            _ => null,
        };
    }

    private static CalendarSpan Moment(long now, Quantity quantity, int sign, int minutes)
    {
        var (a, b) = Order(quantity.Low * minutes, quantity.High * minutes, sign);
        return new CalendarSpan(
            CalendarMath.FloorDivide(now + (long)a, minutes) * minutes,
            (CalendarMath.FloorDivide(now + (long)b, minutes) + 1) * minutes,
            Approximate: true);
    }

    private static CalendarSpan Days(long day, double low, double high, int sign, int slack, bool approximate)
    {
        var (first, last) = Order(low, high, sign);
        return CalendarSpan.Days(day + (long)Math.Floor(first) - slack, day + (long)Math.Ceiling(last) + slack + 1, approximate);
    }

    private static CalendarSpan Months(long day, double low, double high, int sign, double slack)
    {
        var (first, last) = Order(low, high, sign);
        var month = CalendarMath.MonthNumber(day);
        return CalendarSpan.Months(month + (long)Math.Floor(first - slack), month + (long)Math.Ceiling(last + slack), approximate: true);
    }

    private static CalendarSpan Years(long day, double low, double high, int sign)
    {
        var (first, last) = Order(low, high, sign);
        var year = CalendarMath.MonthOf(day).Year;
        return CalendarSpan.Years(year + (long)first, year + (long)last, approximate: true);
    }

    private static CalendarSpan Weekends(long today, Quantity quantity, int sign)
    {
        var (first, last) = Order(quantity.Low, quantity.High, sign);
        // One weekend ago is the last one that is over; one ahead is the first that has not begun.
        var monday = CalendarMath.Monday(today);
        var origin = sign > 0 && CalendarMath.Weekday(today) < 5 ? monday - 7 : monday;
        return CalendarSpan.Days(origin + (7 * (long)first) + 5, origin + (7 * (long)last) + 7, approximate: !quantity.IsExact);
    }

    private static (double First, double Last) Order(double low, double high, int sign) => sign < 0 ? (-high, -low) : (low, high);
}
