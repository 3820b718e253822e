namespace OMem.Text.Times;

/// <summary>
/// The Gregorian calendar without ends: days are counted from 0 = 1 January of year 1 and may lie outside what
/// <see cref="DateTime"/> holds, so that arithmetic near its limits neither throws nor bends.
/// </summary>
internal static class CalendarMath
{
    private const int DaysIn400Years = 146_097;

    /// <summary>Days from 1 March of year 0 to 1 January of year 1.</summary>
    private const int EraShift = 306;

    /// <summary>The number of a day; month 1-12, the day not checked.</summary>
    public static long DayNumber(long year, int month, int day)
    {
        // Years counted from March put the leap day last (H. Hinnant, "chrono-compatible low-level date algorithms").
        var shifted = month <= 2 ? year - 1 : year;
        var era = FloorDivide(shifted, 400);
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * DaysIn400Years) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - EraShift;
    }

    /// <summary>Year and month (1-12) of a day.</summary>
    public static (long Year, int Month) MonthOf(long dayNumber)
    {
        var shifted = dayNumber + EraShift;
        var era = FloorDivide(shifted, DaysIn400Years);
        var dayOfEra = shifted - (era * DaysIn400Years);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var marchMonth = (int)(((5 * dayOfYear) + 2) / 153);
        var month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month);
    }

    /// <summary>The number of a day's month, counted through: 12 x year + month - 1.</summary>
    public static long MonthNumber(long dayNumber)
    {
        var (year, month) = MonthOf(dayNumber);
        return (year * 12) + month - 1;
    }

    /// <summary>First day of a month counted through.</summary>
    public static long FirstDayOfMonth(long monthNumber)
    {
        var year = FloorDivide(monthNumber, 12);
        return DayNumber(year, (int)(monthNumber - (year * 12)) + 1, 1);
    }

    /// <summary>Days in a month counted through.</summary>
    public static int DaysInMonth(long monthNumber) => (int)(FirstDayOfMonth(monthNumber + 1) - FirstDayOfMonth(monthNumber));

    /// <summary>Day of the week, 0 = Monday.</summary>
    public static int Weekday(long dayNumber) => (int)(dayNumber - (FloorDivide(dayNumber, 7) * 7));

    /// <summary>The Monday of a day's week.</summary>
    public static long Monday(long dayNumber) => dayNumber - Weekday(dayNumber);

    /// <summary>Western Easter Sunday of a year (the anonymous Gregorian computus).</summary>
    public static long Easter(long year)
    {
        var a = year - (FloorDivide(year, 19) * 19);
        var century = FloorDivide(year, 100);
        var c = year - (century * 100);
        var f = FloorDivide(century + 8, 25);
        var g = FloorDivide(century - f + 1, 3);
        var h = Modulo((19 * a) + century - FloorDivide(century, 4) - g + 15, 30);
        var l = Modulo(32 + (2 * Modulo(century, 4)) + (2 * (c / 4)) - h - (c % 4), 7);
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return DayNumber(year, (int)(n / 31), (int)(n % 31) + 1);
    }

    /// <summary>Division that rounds down.</summary>
    public static long FloorDivide(long value, long divisor) => (value >= 0 ? value : value - divisor + 1) / divisor;

    private static long Modulo(long value, long divisor) => value - (FloorDivide(value, divisor) * divisor);
}
