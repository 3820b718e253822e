using OMem.Text;

namespace OMem.Understanding.Llm;

/// <summary>The time of an item: the model's dates when they can be, else what our own reader makes of the words, else none.</summary>
internal static class AnswerTime
{
    /// <summary>The period said.</summary>
    /// <param name="from">Date the model gave for the start, or null.</param>
    /// <param name="to">Date it gave for the last day, or null.</param>
    /// <param name="words">The words about time it quoted, or null.</param>
    /// <param name="message">The message.</param>
    /// <param name="isPossible">Whether a period fits what is said of it.</param>
    /// <returns>The period, if any, and whether a time was given that could not be used.</returns>
    public static (TimeRange? Range, bool Dropped) Of(string? from, string? to, string? words, MessageWords message, Func<TimeRange, bool> isPossible)
    {
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to) && string.IsNullOrWhiteSpace(words))
        {
            return (null, false);
        }

        var spoken = Spoken(words, message);
        if (Dated(from, to, message.Stored.Interaction.OccurredAt) is { } dated && isPossible(dated))
        {
            return (dated with { Approximate = spoken?.Approximate ?? false }, false);
        }

        return spoken is not null && isPossible(spoken) ? (spoken, false) : (null, true);
    }

    private static TimeRange? Dated(string? from, string? to, DateTimeOffset said)
    {
        var first = IsoPeriod.Read(from, said);
        var last = IsoPeriod.Read(to, said);
        if ((first is null && !string.IsNullOrWhiteSpace(from)) || (last is null && !string.IsNullOrWhiteSpace(to)))
        {
            return null;
        }

        if (first is null)
        {
            return last is null ? null : new TimeRange(null, last.To);
        }

        var end = last?.To ?? first.To;
        return end > first.From ? new TimeRange(first.From, end) : null;
    }

    private static TimeRange? Spoken(string? words, MessageWords message)
    {
        if (string.IsNullOrWhiteSpace(words) || SpanFinder.Find(message.Stored.Interaction.Text, words) is not { } span)
        {
            return null;
        }

        var mentions = TimeExpressionResolver.Resolve(message.Stored.Interaction.Text.Substring(span.Start, span.Length), message.Stored.Interaction.OccurredAt);
        return mentions.Count > 0 ? mentions[0].Range : null;
    }
}
