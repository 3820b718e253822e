using System.Globalization;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace OMem.Text.Times;

/// <summary>
/// What the grammar leaves to Microsoft.Recognizers.Text: dates in figures, quarters and further holidays. It is asked only
/// where one of these shows, in a short window around it, for three reasons: it takes a millisecond and more a call (and a
/// third of a second the first time), it may backtrack on hostile text, and on chats it adds errors ("we march on" is no
/// month, "the next day" is not tomorrow, "two weekends ago" is not the 2nd of a month).
/// </summary>
internal static class RecognizedTimes
{
    /// <summary>The most windows asked about in one text.</summary>
    private const int MaxWindows = 32;

    /// <summary>The most UTF-16 units of a window.</summary>
    private const int MaxWindow = 80;

    /// <summary>How many tokens before and after the trigger a window holds.</summary>
    private const int Margin = 3;

    /// <summary>Adds what Recognizers finds between the mentions the grammar has found.</summary>
    public static IReadOnlyList<TimeMention> Complete(List<TimeMention> mentions, TimeText text, DateTimeOffset reference)
    {
        var found = new List<TimeMention>();
        var (windows, covered, done) = (0, 0, 0);
        for (var at = 0; at < text.Tokens.Count && windows < MaxWindows; at++)
        {
            while (covered < mentions.Count && mentions[covered].Start + mentions[covered].Length <= text.Tokens[at].Start)
            {
                done = Math.Max(done, mentions[covered].Start + mentions[covered].Length);
                covered++;
            }

            var limit = covered < mentions.Count ? mentions[covered].Start : text.Source.Length;
            if (text.Tokens[at].Start < limit && RecognizerTriggers.Fires(text, at))
            {
                windows++;
                Ask(text, at, done, limit, reference, found);
                done = found.Count > 0 ? Math.Max(done, found[^1].Start + found[^1].Length) : done;
            }
        }

        if (found.Count > 0)
        {
            mentions.AddRange(found);
            mentions.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        }

        return mentions;
    }

    private static void Ask(TimeText text, int at, int from, int limit, DateTimeOffset reference, List<TimeMention> found)
    {
        var trigger = text.Tokens[at];
        var start = Math.Max(from, text.Tokens[Math.Max(0, at - Margin)].Start);
        var last = text.Tokens[Math.Min(text.Tokens.Count - 1, at + Margin)];
        var end = Math.Min(Math.Min(last.Start + last.Length, limit), start + MaxWindow);
        if (trigger.Start < start || trigger.Start + trigger.Length > end)
        {
            return;
        }

        foreach (var result in Recognize(text.Source[start..end], reference.DateTime))
        {
            var offset = start + result.Start;
            var length = result.End - result.Start + 1;
            if (result.Start >= 0 && length > 0 && offset + length <= end
                && offset <= trigger.Start && trigger.Start < offset + length
                && Range(result, reference) is { } range)
            {
                found.Add(new TimeMention(text.Source.Substring(offset, length), offset, length, range));
                return;
            }
        }
    }

    private static List<ModelResult> Recognize(string window, DateTime reference)
    {
        // Its patterns and number parsing follow the current culture.
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return DateTimeRecognizer.RecognizeDateTime(window, Culture.English, DateTimeOptions.None, reference);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException or NullReferenceException)
        {
            // It reckons past the ends of the calendar for references near them; such a text keeps what the grammar found.
            return [];
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static TimeRange? Range(ModelResult result, DateTimeOffset reference)
    {
        if (result.Resolution is null || !result.Resolution.TryGetValue("values", out var value) || value is not List<Dictionary<string, string>> { Count: > 0 } values)
        {
            return null;
        }

        var spans = values.ConvertAll(Span).FindAll(span => span is not null);
        var today = reference.DateTime.Ticks / TimeSpan.TicksPerDay;
        var nearest = spans.MinBy(span => Math.Abs(span!.Value.FirstDay - today));
        var vague = spans.Count > 1 || RecognizerTriggers.IsDayMonthUnclear(result.Text);
        return nearest is { } chosen ? (vague ? chosen.AsApproximate() : chosen).ToRange(reference.Offset) : null;
    }

    private static CalendarSpan? Span(Dictionary<string, string> value) => value.GetValueOrDefault("type") switch
    {
        "date" when Minutes(value.GetValueOrDefault("value")) is { } day => new CalendarSpan(day, day + CalendarSpan.Day),
        "daterange" when Minutes(value.GetValueOrDefault("start")) is { } start && Minutes(value.GetValueOrDefault("end")) is { } end && start < end => new CalendarSpan(start, end),
        _ => null,
    };

    private static long? Minutes(string? date) =>
        DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Ticks / TimeSpan.TicksPerMinute : null;
}
