namespace OMem.Text.Times;

/// <summary>What a time expression is read against: its text and the local moment it was written.</summary>
/// <param name="text">The text.</param>
/// <param name="now">The local moment, in minutes from the start of year 1.</param>
internal sealed class TimeContext(TimeText text, long now)
{
    /// <summary>The text.</summary>
    public TimeText Text => text;

    /// <summary>The local moment, in minutes from the start of year 1.</summary>
    public long Now => now;

    /// <summary>The day of that moment.</summary>
    public long Today { get; } = CalendarMath.FloorDivide(now, CalendarSpan.Day);

    /// <summary>The month of that moment, counted through.</summary>
    public long Month => CalendarMath.MonthNumber(Today);

    /// <summary>The year of that moment.</summary>
    public long Year => CalendarMath.MonthOf(Today).Year;

    /// <summary>Chooses the latest instance that has begun.</summary>
    public CalendarSpan? SettlePast(TimePhrase phrase) =>
        (phrase.Cycle is { } cycle ? cycle.Past(Today) : phrase.Span) is { } span ? phrase.Narrow(span) : null;

    /// <summary>Chooses the instance the sentence around token <paramref name="at"/> speaks of; null when there is none.</summary>
    public CalendarSpan? Settle(TimePhrase phrase, int at)
    {
        if (phrase.Cycle is not { } cycle)
        {
            return phrase.Narrow(phrase.Span);
        }

        var span = SentenceTense.At(text, at) switch
        {
            TimeDirection.Past => cycle.Past(Today),
            TimeDirection.Future => cycle.Coming(Today),
            // Nothing says which one: the nearest is a guess, and marked as one.
            _ => cycle.Nearest(Today)?.AsApproximate(),
        };
        return span is { } chosen ? phrase.Narrow(chosen) : null;
    }
}
