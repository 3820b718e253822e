namespace OMem.Text.Times;

/// <summary>Reads times told from another one: "the week before 9 June", "the Sunday after Easter", "two days before Christmas", "the week of May 8", "the night before Christmas".</summary>
internal static class AnchoredPhrase
{
    /// <summary>Reads such an expression at a token.</summary>
    public static (int Next, CalendarSpan Span)? Read(TimeContext context, int at)
    {
        var text = context.Text;
        var start = text.Word(at) is "the" ? at + 1 : at;
        var weekday = TimeVocabulary.Weekday(text.Word(start));
        var unit = TimeVocabulary.Unit(text.Word(start));
        if (weekday >= 0 || unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Year)
        {
            return Relation(text, start + 1) is { } relation && ReadAnchor(context, start + 2) is var (next, anchor)
                && Beside(anchor, weekday, unit, relation) is { } span ? (next, span) : null;
        }

        if (TimeOfDay.Named(text.Word(start)) is { } part)
        {
            return Relation(text, start + 1) is { } side && ReadAnchor(context, start + 2) is var (after, day) && day.IsDay
                ? (after, new TimePhrase(after, default, null, part).Narrow(CalendarSpan.OfDay(day.FirstDay + side) with { Approximate = day.Approximate }))
                : null;
        }

        return ShiftPhrase.TryReadMeasure(text, at, out var quantity, out var measure, out var relationAt)
            && (text.Word(relationAt) is "from" ? 1 : Relation(text, relationAt)) is { } sign and not 0 && ReadAnchor(context, relationAt + 1) is var (end, origin)
            && Away(text.Word(relationAt), origin, quantity, measure, sign) is { } away ? (end, away with { Approximate = away.Approximate || origin.Approximate }) : null;
    }

    private static CalendarSpan? Away(string relation, CalendarSpan origin, Quantity quantity, TimeUnit unit, int sign) =>
        relation is "from" && unit == TimeUnit.Week && origin.IsDay && quantity.IsExact
            ? CalendarSpan.OfDay(origin.FirstDay + (7 * (long)quantity.Low))
            : UnitShift.FromDay(sign < 0 ? origin.FirstDay : origin.DayAfter - 1, quantity, unit, sign);

    private static int? Relation(TimeText text, int at) => text.Word(at) switch
    {
        "before" or "preceding" => -1,
        "after" or "following" => 1,
        "of" => 0,
        _ => null,
    };

    private static (int Next, CalendarSpan Span)? ReadAnchor(TimeContext context, int at)
    {
        var dated = TimeGrammar.TryReadSimple(context, at, out var phrase);
        return dated && context.Settle(phrase, at) is { From: not null, To: not null } span ? (phrase.Next, span) : null;
    }

    private static CalendarSpan? Beside(CalendarSpan anchor, int weekday, TimeUnit unit, int relation)
    {
        var (first, end) = (anchor.FirstDay, anchor.DayAfter);
        if (relation == 0)
        {
            // "The week of May 8", "the weekend of 3 June"; "the month of May" is May.
            var monday = CalendarMath.Monday(first);
            return unit switch
            {
                TimeUnit.Week when anchor.IsDay => CalendarSpan.Days(monday, monday + 7, anchor.Approximate),
                TimeUnit.Weekend when anchor.IsDay => CalendarSpan.Days(monday + 5, monday + 7, anchor.Approximate),
                TimeUnit.Month or TimeUnit.Year when !anchor.IsDay => anchor,
                _ => null,
            };
        }

        if (weekday >= 0)
        {
            var cycle = new CalendarCycle(CycleKind.Weekday, weekday);
            return Vague(relation < 0 ? cycle.Before(first) : cycle.After(end - 1));
        }

        if (unit == TimeUnit.Weekend)
        {
            var cycle = new CalendarCycle(CycleKind.Weekend, 0);
            return Vague(relation < 0 ? cycle.Before(first) : cycle.After(end - 1));
        }

        var month = CalendarMath.MonthNumber(first) + relation;
        var year = CalendarMath.MonthOf(first).Year + relation;
        return Vague(unit switch
        {
            TimeUnit.Day => CalendarSpan.OfDay(relation < 0 ? first - 1 : end),
            TimeUnit.Week => relation < 0 ? CalendarSpan.Days(first - 7, first) : CalendarSpan.Days(end, end + 7),
            TimeUnit.Month => CalendarSpan.Months(month, month),
            _ => CalendarSpan.Years(year, year),
        });

        CalendarSpan? Vague(CalendarSpan? span) => span is { } found ? found with { Approximate = found.Approximate || anchor.Approximate } : null;
    }
}
