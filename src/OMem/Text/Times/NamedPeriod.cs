namespace OMem.Text.Times;

/// <summary>Reads periods named by "last", "this" and "next": "last week", "next month", "this past weekend", "the last three years", "last summer", "the Friday before last".</summary>
internal static class NamedPeriod
{
    private enum Which
    {
        None,
        Last,
        This,
        Next,
        Coming,
    }

    /// <summary>Reads such an expression at a token.</summary>
    public static bool TryRead(TimeContext context, int at, out TimePhrase phrase)
    {
        var text = context.Text;
        var withArticle = text.Word(at) is "the";
        var start = withArticle ? at + 1 : at;
        if (TryReadBeforeLast(context, start, out phrase))
        {
            return true;
        }

        var which = ReadWhich(text, start, out var next);
        if (which == Which.None || (withArticle && which == Which.This))
        {
            return false;
        }

        var rolling = withArticle || text.Word(start) is "past";
        return TryReadRolling(context, which, next, out phrase)
            || TryReadUnit(context, which, rolling, next, out phrase)
            || TryReadCycle(context, which, next, out phrase);
    }

    private static Which ReadWhich(TimeText text, int at, out int next)
    {
        next = at + 1;
        switch (text.Word(at), text.Word(at + 1))
        {
            case ("this", "past" or "last"):
                next++;
                return Which.Last;
            case ("this", "coming" or "upcoming" or "next"):
                next++;
                return Which.Coming;
            case ("last" or "past" or "previous", _):
                return Which.Last;
            case ("this" or "current", _):
                return Which.This;
            case ("next", _):
                return Which.Next;
            case ("coming" or "upcoming", _):
                return Which.Coming;
            default:
                return Which.None;
        }
    }

    /// <summary>"The week before last", "the Saturday after next".</summary>
    private static bool TryReadBeforeLast(TimeContext context, int at, out TimePhrase phrase)
    {
        phrase = default;
        var text = context.Text;
        var sign = (text.Word(at + 1), text.Word(at + 2)) switch
        {
            ("before", "last") => -1,
            ("after", "next") => 1,
            _ => 0,
        };
        if (sign == 0)
        {
            return false;
        }

        var unit = TimeVocabulary.Unit(text.Word(at));
        CalendarSpan? span = null;
        if (CyclePhrase.TryReadName(text, at, out _, out var cycle))
        {
            span = sign < 0 ? Second(cycle.Before) : Second(cycle.After);
        }
        else if (unit is TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Year)
        {
            span = Calendar(context, unit, 2 * sign);
        }

        phrase = new TimePhrase(at + 3, span ?? default);
        return span is not null;

        CalendarSpan? Second(Func<long, CalendarSpan?> from) => from(context.Today) is { } first ? from(first.FirstDay) : null;
    }

    /// <summary>"The last three weeks", "the next few days": up to now, or from now.</summary>
    private static bool TryReadRolling(TimeContext context, Which which, int at, out TimePhrase phrase)
    {
        phrase = default;
        if (which == Which.This || context.Text.Word(at) is "a" or "an"
            || !ShiftPhrase.TryReadMeasure(context.Text, at, out var quantity, out var unit, out var next))
        {
            return false;
        }

        return TryRoll(context, which, quantity, unit, next, out phrase);
    }

    private static bool TryRoll(TimeContext context, Which which, Quantity quantity, TimeUnit unit, int next, out TimePhrase phrase)
    {
        var days = (long)Math.Round(quantity.High * DaysOf(unit));
        phrase = new TimePhrase(next, which == Which.Last
            ? CalendarSpan.Days(context.Today - days, context.Today + 1, approximate: true)
            : CalendarSpan.Days(context.Today, context.Today + days + 1, approximate: true));
        return days > 0;
    }

    private static double DaysOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week or TimeUnit.Weekend => 7,
        TimeUnit.Fortnight => 14,
        TimeUnit.Month => 365.25 / 12,
        TimeUnit.Year => 365.25,
        TimeUnit.Decade => 3652.5,
        _ => 0,
    };

    private static bool TryReadUnit(TimeContext context, Which which, bool rolling, int at, out TimePhrase phrase)
    {
        phrase = default;
        var unit = TimeVocabulary.Unit(context.Text.Word(at));
        if (unit is TimeUnit.None or TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day || context.Text.Word(at)[^1] == 's')
        {
            return false;
        }

        if (rolling && unit != TimeUnit.Weekend && which != Which.This)
        {
            return TryRoll(context, which, new Quantity(0, 1, 1), unit, at + 1, out phrase);
        }

        var steps = which == Which.Last ? -1 : which == Which.Next || (which == Which.Coming && unit != TimeUnit.Weekend) ? 1 : 0;
        var span = unit == TimeUnit.Weekend && which == Which.This ? ThisWeekend(context, at) : Calendar(context, unit, steps);
        phrase = new TimePhrase(at + 1, span ?? default);
        if (unit == TimeUnit.Year && context.Text.Word(at + 1) is "in" && TimeVocabulary.Month(context.Text.Word(at + 2)) is > 0 and var month)
        {
            // "Last year in May".
            var number = ((context.Year + steps) * 12) + month - 1;
            phrase = new TimePhrase(at + 3, CalendarSpan.Months(number, number));
        }

        return span is not null;
    }

    /// <summary>The calendar week, weekend, month, year or decade that many steps away.</summary>
    private static CalendarSpan? Calendar(TimeContext context, TimeUnit unit, int steps)
    {
        var monday = CalendarMath.Monday(context.Today) + (7 * steps);
        return unit switch
        {
            TimeUnit.Week => CalendarSpan.Days(monday, monday + 7),
            // On a weekday "next weekend" may be the coming one: the one after it is the stricter reading.
            TimeUnit.Weekend => CalendarSpan.Days(monday + 5, monday + 7, approximate: steps == 1 && CalendarMath.Weekday(context.Today) < 5),
            TimeUnit.Fortnight => CalendarSpan.Days(monday, monday + 14, approximate: true),
            TimeUnit.Month => CalendarSpan.Months(context.Month + steps, context.Month + steps),
            TimeUnit.Year => CalendarSpan.Years(context.Year + steps, context.Year + steps),
            TimeUnit.Decade => Decade(CalendarMath.FloorDivide(context.Year, 10) + steps),
            _ => null,
        };

        static CalendarSpan Decade(long tens) => CalendarSpan.Years(tens * 10, (tens * 10) + 9);
    }

    /// <summary>Told on a Monday or Tuesday in the past tense, "this weekend" is the one just over.</summary>
    private static CalendarSpan ThisWeekend(TimeContext context, int at)
    {
        var monday = CalendarMath.Monday(context.Today);
        var over = CalendarMath.Weekday(context.Today) < 2 && SentenceTense.At(context.Text, at) == TimeDirection.Past;
        return over ? CalendarSpan.Days(monday - 2, monday) : CalendarSpan.Days(monday + 5, monday + 7);
    }

    private static bool TryReadCycle(TimeContext context, Which which, int at, out TimePhrase phrase)
    {
        phrase = default;
        if (!CyclePhrase.TryReadName(context.Text, at, out var next, out var cycle))
        {
            return false;
        }

        // "This may help": not the month.
        if (which == Which.This && cycle.Kind == CycleKind.Month && context.Text.Word(at) is "may" or "march" && !context.Text.Capitalized(at))
        {
            return false;
        }

        var today = context.Today;
        var span = which switch
        {
            Which.Last => cycle.Before(today),
            Which.Next when cycle.Kind == CycleKind.Weekday => NextWeekday(cycle.Value, today),
            Which.Next or Which.Coming => cycle.After(today),
            _ => This(context, cycle, at),
        };
        phrase = new TimePhrase(next, span ?? default);
        return span is not null;
    }

    /// <summary>The weekday of the coming week; a guess when this week still has one to come.</summary>
    private static CalendarSpan NextWeekday(int weekday, long today)
    {
        var span = CalendarSpan.OfDay(CalendarMath.Monday(today) + 7 + weekday);
        return weekday > CalendarMath.Weekday(today) ? span.AsApproximate() : span;
    }

    private static CalendarSpan? This(TimeContext context, CalendarCycle cycle, int at)
    {
        if (cycle.Kind == CycleKind.Month)
        {
            return cycle.InYear(context.Year);
        }

        if (cycle.Kind != CycleKind.Weekday)
        {
            return cycle.Nearest(context.Today);
        }

        // "This Friday" is the coming one, unless the sentence tells of the past.
        return SentenceTense.At(context.Text, at) == TimeDirection.Past
            ? cycle.Before(context.Today)
            : CalendarMath.Weekday(context.Today) == cycle.Value ? CalendarSpan.OfDay(context.Today) : cycle.After(context.Today);
    }
}
