namespace OMem.Recall;

/// <summary>A date a question speaks of: a day, a month or a year. The year may be open, a month may come without a day.</summary>
/// <param name="Year">The year, or null.</param>
/// <param name="Month">The month, 1-12, or null when only a year is named.</param>
/// <param name="Day">The day, 1-31, or null.</param>
/// <param name="Start">First UTF-16 unit of its words.</param>
/// <param name="Length">Length of its words.</param>
internal readonly record struct DateClue(int? Year, int? Month, int? Day, int Start, int Length)
{
    /// <summary>The first day it means, taking the year nearest to <paramref name="near"/> when none is named; null when there is no such day.</summary>
    public TimeRange? Resolve(DateTimeOffset near)
    {
        if (Month is not { } month)
        {
            return Year is { } year ? Span(year, 1, 1, static from => from.AddYears(1), near.Offset) : null;
        }

        var best = (TimeRange?)null;
        foreach (var year in Year is { } named ? [named] : new[] { near.Year - 1, near.Year, near.Year + 1 })
        {
            var range = Day is { } day
                ? Span(year, month, day, static from => from.AddDays(1), near.Offset)
                : Span(year, month, 1, static from => from.AddMonths(1), near.Offset);
            if (range is not null && (best is null || Distance(range, near) < Distance(best, near)))
            {
                best = range;
            }
        }

        return best;
    }

    private static TimeSpan Distance(TimeRange range, DateTimeOffset near) => (range.From!.Value - near).Duration();

    private static TimeRange? Span(int year, int month, int day, Func<DateTime, DateTime> end, TimeSpan offset)
    {
        // The last year is left out so that the end exists in every offset; so is the first for the start.
        if (year is <= 1 or >= 9999 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var from = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return new TimeRange(new DateTimeOffset(from, offset), new DateTimeOffset(end(from), offset));
    }
}
