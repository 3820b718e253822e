using System.Globalization;

namespace OMem.Understanding.Llm;

/// <summary>A year, month, day or moment as ISO 8601 writes it, as the time it covers.</summary>
internal static class IsoPeriod
{
    private const int YearsBack = 130;
    private const int YearsAhead = 60;

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>The period, in the offset of the place; null when it is no date, or none a person would speak of.</summary>
    /// <param name="text">What the model gave.</param>
    /// <param name="said">When the message was said.</param>
    public static TimeRange? Read(string? text, DateTimeOffset said)
    {
        if (text?.Trim() is not { Length: > 0 and <= 40 } iso)
        {
            return null;
        }

        var (start, end) = iso switch
        {
            _ when Is(iso, "yyyy-MM-dd", out var day) => (day, Next(day, static day => day.AddDays(1))),
            _ when Is(iso, "yyyy-MM", out var month) => (month, Next(month, static month => month.AddMonths(1))),
            _ when Is(iso, "yyyy", out var year) => (year, Next(year, static year => year.AddYears(1))),
            _ when Array.Exists(Moments, format => Is(iso, format, out _)) => Minute(iso),
            _ => (default, default),
        };
        return IsPlausible(start, end, said) ? new TimeRange(new DateTimeOffset(start, said.Offset), new DateTimeOffset(end, said.Offset)) : null;
    }

    private static (DateTime Start, DateTime End) Minute(string iso)
    {
        var at = DateTime.ParseExact(iso, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None);
        return (at, Next(at, static moment => moment.AddMinutes(1)));
    }

    private static bool Is(string iso, string format, out DateTime date) =>
        DateTime.TryParseExact(iso, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static DateTime Next(DateTime start, Func<DateTime, DateTime> step) => start.Year < DateTime.MaxValue.Year ? step(start) : DateTime.MaxValue;

    /// <summary>From 130 years before the message to 60 after it, and away from the ends of the calendar, where an offset would not fit.</summary>
    private static bool IsPlausible(DateTime start, DateTime end, DateTimeOffset said) =>
        start.Year >= Math.Max(2, said.Year - YearsBack) && end.Year <= Math.Min(DateTime.MaxValue.Year - 1, said.Year + YearsAhead);
}
