using OMem.Recall;
using OMem.Text;

namespace OMem.Episodic;

/// <summary>How well the local day of each turn fits the dates in the question: people speak of a day on it or soon after.</summary>
internal static class DateFeature
{
    private const float SameDay = 1f;
    private const float SoonAfter = 0.6f;
    private const float SoonBefore = 0.3f;
    private const float SameMonth = 0.7f;
    private const float MonthJustOver = 0.25f;
    private const float SameYear = 0.2f;
    private const int SoonDays = 10;
    private const int MonthOverDays = 15;

    public static void Score(RecallContext context)
    {
        var dates = context.Question.Dates;
        if (dates.Count == 0)
        {
            return;
        }

        var cells = context.Features.Begin(Feature.Date);
        var days = context.View.Columns.LocalDay;
        var lastDay = -1;
        var lastFit = 0f;
        for (var turn = 0; turn < cells.Length; turn++)
        {
            // Turns of a session share their day.
            if (days[turn] != lastDay)
            {
                lastDay = days[turn];
                lastFit = BestFit(dates, lastDay);
            }

            cells[turn] = lastFit;
        }
    }

    /// <summary>The best fit of any of the dates to a day, 0-1.</summary>
    public static float BestFit(IReadOnlyList<QuestionTime> dates, int localDay)
    {
        var day = DateOnly.FromDayNumber(localDay);
        var best = 0f;
        foreach (var date in dates)
        {
            var year = date.Year > 0 ? date.Year : (int?)null;
            best = Math.Max(best, date.Precision switch
            {
                DatePrecision.Day => FitDay(year, date.Month, date.Day, day),
                DatePrecision.Month => FitMonth(year, date.Month, day),
                _ => day.Year == year ? SameYear : 0f,
            });
        }

        return best;
    }

    private static float FitDay(int? year, int month, int dayOfMonth, DateOnly day)
    {
        var best = 0f;
        for (var y = year ?? (day.Year - 1); y <= (year ?? (day.Year + 1)); y++)
        {
            if (y is < 1 or > 9999 || dayOfMonth > DateTime.DaysInMonth(y, month))
            {
                continue;
            }

            var after = day.DayNumber - new DateOnly(y, month, dayOfMonth).DayNumber;
            best = Math.Max(best, after switch
            {
                0 => SameDay,
                > 0 and <= SoonDays => SoonAfter,
                < 0 and >= -SoonDays => SoonBefore,
                _ => 0f,
            });
        }

        return best;
    }

    private static float FitMonth(int? year, int month, DateOnly day)
    {
        if (day.Month == month && (year ?? day.Year) == day.Year)
        {
            return SameMonth;
        }

        var before = DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - MonthOverDays));
        return before.Month == month && (year ?? before.Year) == before.Year ? MonthJustOver : 0f;
    }
}
