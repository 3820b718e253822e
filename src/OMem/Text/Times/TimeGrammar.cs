using System.Collections.Frozen;

namespace OMem.Text.Times;

/// <summary>
/// The English grammar of time expressions that chats use. Reads the longest expression at a token; what it does not know
/// is left to Recognizers. Linear in the tokens: no rule repeats itself.
/// </summary>
internal static class TimeGrammar
{
    /// <summary>"Around Christmas" reaches so many days to each side.</summary>
    private const int AroundSlack = 3;

    private static readonly FrozenSet<string> Hedges = "about around roughly approximately almost nearly circa maybe over under like more less than just".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the longest expression at a token, settled by the sentence's tense.</summary>
    public static bool TryRead(TimeContext context, int at, out int next, out CalendarSpan span)
    {
        (next, span) = (0, default);
        TimePhrase? simple = TryReadSimple(context, at, out var phrase) ? phrase : null;
        Consider(RangePhrase.Read(context, at, simple), ref next, ref span);
        Consider(AnchoredPhrase.Read(context, at), ref next, ref span);
        Consider(ReadOpen(context, at), ref next, ref span);
        Consider(ReadHedged(context, at), ref next, ref span);
        if (next == 0 && simple is not null && context.Settle(phrase, at) is { } settled)
        {
            (next, span) = (phrase.Next, settled);
        }

        return next > 0;
    }

    /// <summary>Reads an expression without "since", ranges and the like: what those are built from.</summary>
    public static bool TryReadSimple(TimeContext context, int at, out TimePhrase phrase)
    {
        if (!PartOfPeriod.TryRead(context, at, TryReadPlain, out phrase) && !TryReadPlain(context, at, out phrase))
        {
            return false;
        }

        phrase = TimeOfDay.Extend(context.Text, phrase);
        return true;
    }

    private static bool TryReadPlain(TimeContext context, int at, out TimePhrase phrase)
    {
        if (NearDays.TryRead(context, at, out phrase)
            || ShiftPhrase.TryRead(context, at, out phrase)
            || NamedPeriod.TryRead(context, at, out phrase))
        {
            return true;
        }

        if (DateParts.TryRead(context.Text, at, out var date))
        {
            phrase = WithYearWord(context, date);
            return true;
        }

        return CyclePhrase.TryRead(context, at, out phrase);
    }

    /// <summary>"June last year", "in May of this year".</summary>
    private static TimePhrase WithYearWord(TimeContext context, DateParts date)
    {
        var at = context.Text.Word(date.Next) is "of" or "in" ? date.Next + 1 : date.Next;
        var which = context.Text.Word(at);
        if (date.Year == 0 && context.Text.Word(at + 1) is "year" && which is "last" or "this" or "next")
        {
            var year = (int)context.Year + (which is "last" ? -1 : which is "next" ? 1 : 0);
            return (date with { Year = year, Next = at + 2 }).ToPhrase();
        }

        return date.ToPhrase();
    }

    /// <summary>"Since 2016", "until June", "before Christmas", "after 9 June", "by Friday": one end is open.</summary>
    private static (int Next, CalendarSpan Span)? ReadOpen(TimeContext context, int at)
    {
        var lead = context.Text.Word(at);
        if (lead is not ("since" or "until" or "till" or "before" or "after" or "by")
            || !TryReadSimple(context, at + 1, out var phrase)
            || (lead is "since" ? context.SettlePast(phrase) : context.Settle(phrase, at + 1)) is not { From: not null, To: not null } span)
        {
            return null;
        }

        return (phrase.Next, lead switch
        {
            "since" => new CalendarSpan(span.From, null, span.Approximate),
            "after" => new CalendarSpan(span.To, null, span.Approximate),
            "before" => new CalendarSpan(null, span.From, span.Approximate),
            _ => new CalendarSpan(null, span.To, span.Approximate || span.To - span.From > CalendarSpan.Day),
        });
    }

    /// <summary>"Around Christmas", "about three years ago": the same, and vague.</summary>
    private static (int Next, CalendarSpan Span)? ReadHedged(TimeContext context, int at)
    {
        var from = at;
        while (from < at + 3 && Hedges.Contains(context.Text.Word(from)))
        {
            from++;
        }

        // "Over the weekend" is not above it.
        if (context.Text.Word(from) is "the" && context.Text.Word(at) is "over" or "about" or "like")
        {
            return null;
        }

        // "Sorry about yesterday" and "it was just yesterday" are not vague.
        if (from == at || NearDays.TryRead(context, from, out _) || !TryReadSimple(context, from, out var phrase) || context.Settle(phrase, from) is not { } span)
        {
            return null;
        }

        return (phrase.Next, span.IsDay
            ? CalendarSpan.Days(span.FirstDay - AroundSlack, span.FirstDay + 1 + AroundSlack, approximate: true)
            : span.AsApproximate());
    }

    private static void Consider((int Next, CalendarSpan Span)? read, ref int next, ref CalendarSpan span)
    {
        if (read is { } found && found.Next > next)
        {
            (next, span) = found;
        }
    }
}
