namespace OMem.Text.Times;

/// <summary>Reads ranges: "from May to July", "between 2018 and 2020", "June 3-7", "3 to 7 June". The last period named is part of it.</summary>
internal static class RangePhrase
{
    /// <summary>Reads a range at a token; <paramref name="simple"/> is what was read there without one.</summary>
    public static (int Next, CalendarSpan Span)? Read(TimeContext context, int at, TimePhrase? simple)
    {
        var text = context.Text;
        var lead = text.Word(at);
        var start = lead is "from" or "between" ? at + 1 : at;
        if (ReadDays(context, start) is { } days)
        {
            return days;
        }

        if (start > at)
        {
            simple = TimeGrammar.TryReadSimple(context, start, out var led) ? led : null;
        }

        if (simple is not { } first)
        {
            return null;
        }

        var connector = text.Word(first.Next);
        var worded = connector is "until" or "till" or "through" or "thru" || (connector is "to" && Allows(text, start, lead)) || (connector is "and" && lead is "between");
        if (!worded && !text.DashAfter(first.Next - 1))
        {
            return null;
        }

        var second = worded ? first.Next + 1 : first.Next;
        if (text.Word(second) is "now" or "present" && context.SettlePast(first) is { From: { } begun } && begun <= context.Now)
        {
            return (second + 1, new CalendarSpan(begun, (context.Today + 1) * CalendarSpan.Day, first.Span.Approximate));
        }

        return TimeGrammar.TryReadSimple(context, second, out var last) && Join(context, first, last, at) is { } span ? (last.Next, span) : null;
    }

    /// <summary>Without "from", "to" joins only dates: "we drove Monday to see her" is no range.</summary>
    private static bool Allows(TimeText text, int start, string lead) => lead is "from" || DateParts.TryRead(text, start, out _);

    /// <summary>"June 3-7", "3-7 June 2023", "from the 3rd to the 7th of June".</summary>
    private static (int Next, CalendarSpan Span)? ReadDays(TimeContext context, int at)
    {
        var text = context.Text;
        if (TimeVocabulary.Month(text.Word(at)) > 0
            && DateParts.TryRead(text, at, out var start) && start.Day > 0 && start.Year == 0 && ReadEnd(text, start.Next, out var next) is > 0 and var lastDay
            && TimeVocabulary.Month(text.Word(next)) == 0)
        {
            var year = TimeVocabulary.Year(text.Word(next));
            return Days(context, start.Month, start.Day, lastDay, year, year > 0 ? next + 1 : next, at);
        }

        var dayAt = text.Word(at) is "the" ? at + 1 : at;
        var firstDay = TimeVocabulary.DayOfMonth(text.Word(dayAt), out _);
        var dated = firstDay > 0 && TimeVocabulary.Month(text.Word(dayAt + 1)) == 0;
        var endAt = text.DashAfter(dayAt) ? dayAt + 1 : text.Word(dayAt + 1) is "to" or "and" or "until" ? dayAt + 2 : 0;
        return dated && endAt > 0 && DateParts.TryRead(text, endAt, out var end) && end.Day > firstDay && end.Month > 0
            ? Days(context, end.Month, firstDay, end.Day, end.Year, end.Next, at)
            : null;
    }

    private static int ReadEnd(TimeText text, int at, out int next)
    {
        var dayAt = text.DashAfter(at - 1) ? at : text.Word(at) is "to" or "until" or "through" ? at + 1 : -1;
        dayAt += dayAt >= 0 && text.Word(dayAt) is "the" ? 1 : 0;
        next = dayAt + 1;
        return dayAt < 0 ? 0 : TimeVocabulary.DayOfMonth(text.Word(dayAt), out _);
    }

    private static (int Next, CalendarSpan Span)? Days(TimeContext context, int month, int first, int last, int year, int next, int at)
    {
        var cycle = new CalendarCycle(CycleKind.DayOfYear, month, first);
        var start = year > 0 ? cycle.InYear(year) : context.Settle(TimePhrase.Of(next, cycle), at);
        return last > first && start is { } from
            ? (next, CalendarSpan.Days(from.FirstDay, from.FirstDay + 1 + last - first, from.Approximate))
            : null;
    }

    private static CalendarSpan? Join(TimeContext context, TimePhrase first, TimePhrase last, int at)
    {
        CalendarSpan? from;
        CalendarSpan? to;
        if (last.Cycle is { } lastCycle)
        {
            from = context.Settle(first, at);
            to = from is { From: not null } ? lastCycle.After(from.Value.FirstDay) : null;
        }
        else
        {
            // The year written at the end holds for the start too: "from May to July 2021".
            to = last.Narrow(last.Span);
            from = first.Cycle is { } firstCycle && to is { From: not null } ? firstCycle.Before(to.Value.FirstDay) : context.Settle(first, at);
        }

        return from is { From: { } start } && to is { To: { } end } && start < end
            ? new CalendarSpan(start, end, from.Value.Approximate || to.Value.Approximate)
            : null;
    }
}
