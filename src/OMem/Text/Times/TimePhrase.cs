namespace OMem.Text.Times;

/// <summary>A stretch of a day, in minutes from its midnight; a night ends on the next day.</summary>
internal readonly record struct DayPart(int From, int To);

/// <summary>A time expression that was read: either a span, or something that comes round, from which the sentence's tense chooses.</summary>
/// <param name="Next">The token after it.</param>
/// <param name="Span">The time meant, when <paramref name="Cycle"/> is null.</param>
/// <param name="Cycle">What comes round, or null.</param>
/// <param name="Part">The part of the day meant, or null for the whole.</param>
/// <param name="WithWeekend">Whether the weekend beside the day is meant too ("July 4th weekend").</param>
internal readonly record struct TimePhrase(int Next, CalendarSpan Span, CalendarCycle? Cycle = null, DayPart? Part = null, bool WithWeekend = false)
{
    /// <summary>A phrase whose instance is not chosen yet.</summary>
    public static TimePhrase Of(int next, CalendarCycle cycle) => new(next, default, cycle);

    /// <summary>Fits a day to the part that was named, or to its weekend; longer spans stay.</summary>
    public CalendarSpan Narrow(CalendarSpan span)
    {
        if (!span.IsDay)
        {
            return span;
        }

        if (WithWeekend)
        {
            var monday = CalendarMath.Monday(span.FirstDay - 1);
            var (saturday, day) = (monday + (span.FirstDay - monday > 2 ? 5 : -2), span.FirstDay);
            return CalendarSpan.Days(Math.Min(day, saturday), Math.Max(day + 1, saturday + 2), approximate: true);
        }

        return Part is { } part ? span with { From = span.From + part.From, To = span.From + part.To } : span;
    }
}
