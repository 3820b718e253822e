namespace OMem.Text.Times;

/// <summary>Reads quantities away from now: "three years ago", "a week ago last Saturday", "in two weeks", "two days from now".</summary>
internal static class ShiftPhrase
{
    /// <summary>Reads such an expression at a token.</summary>
    public static bool TryRead(TimeContext context, int at, out TimePhrase phrase) =>
        TryReadAgo(context, at, out phrase) || TryReadWeekdays(context, at, out phrase) || TryReadIn(context, at, out phrase);

    private static bool TryReadAgo(TimeContext context, int at, out TimePhrase phrase)
    {
        phrase = default;
        var text = context.Text;
        if (!TryReadMeasure(text, at, out var quantity, out var unit, out var next))
        {
            return false;
        }

        var sign = (text.Word(next), text.Word(next + 1)) switch
        {
            ("ago", _) => -1,
            ("back", _) when quantity.Next > at + 1 || char.IsAsciiDigit(text.Word(at)[0]) || unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week => -1,
            ("from", "now" or "today") => 1,
            _ => 0,
        };
        next += sign > 0 ? 2 : 1;
        if (sign == 0 || UnitShift.FromNow(context, quantity, unit, sign) is not { } span)
        {
            return false;
        }

        phrase = new TimePhrase(next, span);
        if (sign < 0 && unit is TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Month or TimeUnit.Year)
        {
            phrase = Sharpen(context, phrase, quantity, unit);
        }

        return true;
    }

    /// <summary>"Two Saturdays ago".</summary>
    private static bool TryReadWeekdays(TimeContext context, int at, out TimePhrase phrase)
    {
        phrase = default;
        var text = context.Text;
        if (!Quantity.TryRead(text, at, out var quantity) || text.Word(quantity.Next + 1) is not "ago" || text.Word(quantity.Next) is not { Length: > 6 } plural
            || TimeVocabulary.Weekday(plural[..^1]) is not (>= 0 and var weekday)
            || new CalendarCycle(CycleKind.Weekday, weekday).Before(context.Today) is not { } last)
        {
            return false;
        }

        var (first, end) = (last.FirstDay - (7 * ((long)quantity.High - 1)), last.FirstDay - (7 * ((long)quantity.Low - 1)) + 1);
        phrase = new TimePhrase(quantity.Next + 2, CalendarSpan.Days(first, end, !quantity.IsExact));
        return first < end;
    }

    private static bool TryReadIn(TimeContext context, int at, out TimePhrase phrase)
    {
        phrase = default;
        var text = context.Text;
        if (text.Word(at) is not "in" || !TryReadMeasure(text, at + 1, out var quantity, out var unit, out var next))
        {
            return false;
        }

        // "I read it in two days" tells how long it took, "we leave in two days" when.
        if (SentenceTense.At(text, at) == TimeDirection.Past || UnitShift.FromNow(context, quantity, unit, 1) is not { } span)
        {
            return false;
        }

        phrase = new TimePhrase(text.Word(next) is "time" ? next + 1 : next, span);
        return true;
    }

    /// <summary>A quantity and its unit ("a year and a half", "two years").</summary>
    internal static bool TryReadMeasure(TimeText text, int at, out Quantity quantity, out TimeUnit unit, out int next)
    {
        unit = TimeUnit.None;
        next = at;
        if (!Quantity.TryRead(text, at, out quantity))
        {
            return false;
        }

        unit = TimeVocabulary.Unit(text.Word(quantity.Next));
        next = quantity.Next + 1;
        if (unit != TimeUnit.None && text.Word(next) is "and" && text.Word(next + 1) is "a" && text.Word(next + 2) is "half")
        {
            quantity = quantity with { Low = quantity.Low + 0.5, High = quantity.High + 0.5 };
            next += 3;
        }

        return unit != TimeUnit.None;
    }

    /// <summary>"A week ago today", "two weeks ago on Friday": the day is known after all.</summary>
    private static TimePhrase Sharpen(TimeContext context, TimePhrase phrase, Quantity quantity, TimeUnit unit)
    {
        var text = context.Text;
        if (text.Word(phrase.Next) is "today" && quantity.IsExact && unit is TimeUnit.Week or TimeUnit.Fortnight)
        {
            var days = (long)quantity.Low * (unit == TimeUnit.Week ? 7 : 14);
            return new TimePhrase(phrase.Next + 1, CalendarSpan.OfDay(context.Today - days));
        }

        var at = text.Word(phrase.Next) is "on" or "last" or "this" ? phrase.Next + 1 : phrase.Next;
        var weekday = TimeVocabulary.Weekday(text.Word(at));
        if (weekday < 0 || text.Word(at).Length < 6 || unit is not (TimeUnit.Week or TimeUnit.Fortnight))
        {
            return phrase;
        }

        var first = phrase.Span.FirstDay;
        var day = first + ((weekday - CalendarMath.Weekday(first) + 7) % 7);
        return new TimePhrase(at + 1, CalendarSpan.OfDay(day));
    }
}
