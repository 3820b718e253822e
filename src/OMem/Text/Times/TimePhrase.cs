namespace OMem.Text.Times;

/// <summary>A stretch of a day, in minutes from its midnight; a night ends on the next day.</summary>
internal readonly record struct DayPart(int From, int To);

/// <summary>A time expression that was read: either a span, or something that comes round, from which the sentence's tense chooses.</summary>
/// <param name="Next">The token after it.</param>
/// <param name="Span">The time meant, when <paramref name="Cycle"/> is null.</param>
/// <param name="Cycle">What comes round, or null.</param>
/// <param name="Part">The part of the day meant, or null for the whole.</param>
internal readonly record struct TimePhrase(int Next, CalendarSpan Span, CalendarCycle? Cycle = null, DayPart? Part = null)
{
    /// <summary>A phrase whose instance is not chosen yet.</summary>
    public static TimePhrase Of(int next, CalendarCycle cycle) => new(next, default, cycle);

    /// <summary>Narrows a day to the part that was named; longer spans stay.</summary>
    public CalendarSpan Narrow(CalendarSpan span) =>
        Part is { } part && span.IsDay ? span with { From = span.From + part.From, To = span.From + part.To } : span;
}
