namespace OMem.Text.Times;

/// <summary>Holidays that chats date things by. Further ones are left to Recognizers.</summary>
internal enum Holiday
{
    /// <summary>25 December.</summary>
    Christmas = 0,

    /// <summary>24 December.</summary>
    ChristmasEve = 1,

    /// <summary>26 December.</summary>
    BoxingDay = 2,

    /// <summary>31 December.</summary>
    NewYearsEve = 3,

    /// <summary>1 January.</summary>
    NewYear = 4,

    /// <summary>14 February.</summary>
    ValentinesDay = 5,

    /// <summary>31 October.</summary>
    Halloween = 6,

    /// <summary>Western Easter Sunday.</summary>
    Easter = 7,

    /// <summary>Two days before Easter.</summary>
    GoodFriday = 8,

    /// <summary>Fourth Thursday of November (United States).</summary>
    Thanksgiving = 9,

    /// <summary>The day after Thanksgiving.</summary>
    BlackFriday = 10,

    /// <summary>Second Sunday of May.</summary>
    MothersDay = 11,

    /// <summary>Third Sunday of June.</summary>
    FathersDay = 12,
}

/// <summary>Names and days of the holidays.</summary>
internal static class Holidays
{
    private const int Thursday = 3;
    private const int Sunday = 6;

    /// <summary>Reads a holiday's name.</summary>
    public static bool TryRead(TimeText text, int at, out int next, out Holiday holiday)
    {
        var second = text.Word(at + 1);
        (holiday, var words) = text.Word(at) switch
        {
            "christmas" or "xmas" => second switch
            {
                "eve" => (Holiday.ChristmasEve, 2),
                "day" => (Holiday.Christmas, 2),
                _ => (Holiday.Christmas, 1),
            },
            "new" when second is "year" or "years" => text.Word(at + 2) switch
            {
                "eve" => (Holiday.NewYearsEve, 3),
                "day" => (Holiday.NewYear, 3),
                _ when text.Capitalized(at + 1) || second is "years" => (Holiday.NewYear, 2),
                _ => default,
            },
            "boxing" when second is "day" => (Holiday.BoxingDay, 2),
            "valentine" or "valentines" => second is "day" ? (Holiday.ValentinesDay, 2) : default,
            "halloween" => (Holiday.Halloween, 1),
            "easter" => second is "sunday" ? (Holiday.Easter, 2) : (Holiday.Easter, 1),
            "good" when second is "friday" && text.Capitalized(at) => (Holiday.GoodFriday, 2),
            "thanksgiving" => second is "day" ? (Holiday.Thanksgiving, 2) : (Holiday.Thanksgiving, 1),
            "black" when second is "friday" => (Holiday.BlackFriday, 2),
            "mother" or "mothers" when second is "day" => (Holiday.MothersDay, 2),
            "father" or "fathers" when second is "day" => (Holiday.FathersDay, 2),
            _ => default,
        };
        next = at + words;
        return words > 0;
    }

    /// <summary>The day of a holiday in a year.</summary>
    public static long DayIn(Holiday holiday, long year) => holiday switch
    {
        Holiday.Christmas => CalendarMath.DayNumber(year, 12, 25),
        Holiday.ChristmasEve => CalendarMath.DayNumber(year, 12, 24),
        Holiday.BoxingDay => CalendarMath.DayNumber(year, 12, 26),
        Holiday.NewYearsEve => CalendarMath.DayNumber(year, 12, 31),
        Holiday.NewYear => CalendarMath.DayNumber(year, 1, 1),
        Holiday.ValentinesDay => CalendarMath.DayNumber(year, 2, 14),
        Holiday.Halloween => CalendarMath.DayNumber(year, 10, 31),
        Holiday.Easter => CalendarMath.Easter(year),
        Holiday.GoodFriday => CalendarMath.Easter(year) - 2,
        Holiday.Thanksgiving => Nth(year, 11, Thursday, 4),
        Holiday.BlackFriday => Nth(year, 11, Thursday, 4) + 1,
        Holiday.MothersDay => Nth(year, 5, Sunday, 2),
        Holiday.FathersDay => Nth(year, 6, Sunday, 3),
        _ => throw new ArgumentOutOfRangeException(nameof(holiday), holiday, "Not a holiday."),
    };

    private static long Nth(long year, int month, int weekday, int nth)
    {
        var first = CalendarMath.DayNumber(year, month, 1);
        return first + ((weekday - CalendarMath.Weekday(first) + 7) % 7) + ((nth - 1) * 7);
    }
}
