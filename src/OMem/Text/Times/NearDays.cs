namespace OMem.Text.Times;

/// <summary>Reads days named by their distance from today: "yesterday", "the day before yesterday", "tonight", "the other day", "recently".</summary>
internal static class NearDays
{
    /// <summary>"The other day" reaches back so many days.</summary>
    private const int OtherDay = 7;

    /// <summary>"Recently" reaches back so many days.</summary>
    private const int Recently = 30;

    /// <summary>Reads such an expression at a token.</summary>
    public static bool TryRead(TimeContext context, int at, out TimePhrase phrase)
    {
        var text = context.Text;
        var today = context.Today;
        phrase = (text.Word(at), text.Word(at + 1), text.Word(at + 2), text.Word(at + 3)) switch
        {
            ("the", "day", "before", "yesterday") => Day(at + 4, today - 2),
            ("the", "day", "after", "tomorrow") => Day(at + 4, today + 2),
            ("the", "other", "day", _) => new TimePhrase(at + 3, CalendarSpan.Days(today - OtherDay, today, approximate: true)),
            ("the", "other", "night" or "evening" or "morning" or "week", _) =>
                new TimePhrase(at + 3, CalendarSpan.Days(today - (text.Word(at + 2) is "week" ? 14 : OtherDay), today, approximate: true)),
            ("the", "night", "before", "last") => Day(at + 4, today - 2) with { Part = TimeOfDay.Night },
            ("day", "before", "yesterday", _) => Day(at + 3, today - 2),
            ("day", "after", "tomorrow", _) => Day(at + 3, today + 2),
            ("earlier" or "later", "today", _, _) => Day(at + 2, today),
            ("today", _, _, _) => Day(at + 1, today),
            ("yesterday", _, _, _) => Day(at + 1, today - 1),
            ("tomorrow", _, _, _) => Day(at + 1, today + 1),
            ("tonight", _, _, _) => Day(at + 1, today) with { Part = TimeOfDay.Night },
            ("last", "night", _, _) => Day(at + 2, today - 1) with { Part = TimeOfDay.Night },
            ("this", "morning" or "afternoon" or "evening", _, _) => Day(at + 2, today) with { Part = TimeOfDay.Named(text.Word(at + 1)) },
            ("recently" or "lately", _, _, _) => new TimePhrase(at + 1, CalendarSpan.Days(today - Recently, today + 1, approximate: true)),
            _ => default,
        };
        return phrase.Next > 0;
    }

    private static TimePhrase Day(int next, long day) => new(next, CalendarSpan.OfDay(day));
}
