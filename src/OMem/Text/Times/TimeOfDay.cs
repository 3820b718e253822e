namespace OMem.Text.Times;

/// <summary>Reads the part of the day that follows a day ("morning", "at 5pm", "at 17:30").</summary>
internal static class TimeOfDay
{
    private const int Hour = 60;

    /// <summary>Evening until the next dawn.</summary>
    public static readonly DayPart Night = new(18 * Hour, 30 * Hour);

    /// <summary>The part a word names, or null.</summary>
    public static DayPart? Named(string word) => word switch
    {
        "morning" => new DayPart(5 * Hour, 12 * Hour),
        "noon" or "lunchtime" => new DayPart(12 * Hour, 13 * Hour),
        "afternoon" => new DayPart(12 * Hour, 18 * Hour),
        "evening" => new DayPart(17 * Hour, 23 * Hour),
        "night" => Night,
        _ => null,
    };

    /// <summary>Adds the part of the day, or the weekend, that follows the phrase, if one does.</summary>
    public static TimePhrase Extend(TimeText text, TimePhrase phrase)
    {
        var at = phrase.Next;
        var lead = text.Word(at);
        if (lead is "weekend" && (phrase.Cycle is not null || phrase.Span.IsDay))
        {
            return phrase with { Next = at + 1, WithWeekend = true };
        }

        if (lead is "in" && text.Word(at + 1) is "the" && Named(text.Word(at + 2)) is { } inThe)
        {
            return phrase with { Next = at + 3, Part = inThe };
        }

        if (lead is "at" or "around" or "about" or "by")
        {
            at++;
        }

        if (Named(text.Word(at)) is { } part && (at == phrase.Next || text.Word(at) is "noon" or "night" or "lunchtime"))
        {
            return phrase with { Next = at + 1, Part = part };
        }

        return ReadClock(text, at, out var next, out var clock) ? phrase with { Next = next, Part = clock } : phrase;
    }

    private static bool ReadClock(TimeText text, int at, out int next, out DayPart part)
    {
        var word = text.Word(at);
        var half = HalfOf(word);
        var hour = TimeVocabulary.Digits(half >= 0 ? word.AsSpan(0, word.Length - 2) : word, 2);
        var minute = -1;
        next = at + 1;
        if (half < 0 && text.JoinedBy(at, ':'))
        {
            var tail = text.Word(at + 1);
            half = HalfOf(tail);
            minute = TimeVocabulary.Digits(half >= 0 ? tail.AsSpan(0, tail.Length - 2) : tail, 2);
            next++;
        }

        if (half < 0 && text.Word(next) is "am" or "pm")
        {
            half = text.Word(next) is "am" ? 0 : 12;
            next++;
        }

        part = default;
        var valid = hour >= 0 && minute < 60 && (half < 0 ? minute >= 0 && hour < 24 : hour is >= 1 and <= 12);
        if (valid)
        {
            var start = ((half < 0 ? hour : (hour % 12) + half) * Hour) + Math.Max(minute, 0);
            part = new DayPart(start, start + (minute < 0 ? Hour : 1));
        }

        return valid;
    }

    private static int HalfOf(string word) =>
        word.Length < 3 || !char.IsAsciiDigit(word[^3]) ? -1 : word.AsSpan(word.Length - 2) switch
        {
            "am" => 0,
            "pm" => 12,
            _ => -1,
        };
}
