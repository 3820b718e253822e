using OMem.Text.Times;

namespace OMem.Text;

/// <summary>
/// Finds time expressions in a message and resolves them against the moment it was written. English phrases are read by
/// <see cref="TimeGrammar"/>, which holds our corrections; what it does not know goes to Microsoft.Recognizers.Text.
/// </summary>
/// <remarks>
/// Thread-safe, and the same in any culture and time zone. Ranges are half open, in the offset of the reference. Looks at the
/// first <see cref="MaxLength"/> UTF-16 units of a text. Bare times of day ("at 5"), durations ("for two hours") and
/// repetitions ("every Monday", "on Mondays") are no points in time and give nothing.
/// </remarks>
internal static class TimeExpressionResolver
{
    /// <summary>How much of a text is read, in UTF-16 units; the rest gives no mentions.</summary>
    public const int MaxLength = 65_536;

    /// <summary>The time expressions in order, without overlap.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="reference">When it was written, with the offset of the place.</param>
    public static IReadOnlyList<TimeMention> Resolve(string text, DateTimeOffset reference)
    {
        var tokens = new TimeText(text, Math.Min(text.Length, MaxLength));
        var context = new TimeContext(tokens, reference.DateTime.Ticks / TimeSpan.TicksPerMinute);
        var mentions = new List<TimeMention>();
        for (var run = 0; run < tokens.Tokens.Count;)
        {
            var end = tokens.EnterRun(run);
            for (var at = run; at < end;)
            {
                if (!TimeStarters.Contains(tokens.Word(at)) || !TimeGrammar.TryRead(context, at, out var next, out var span))
                {
                    at++;
                    continue;
                }

                Add(mentions, tokens, at, next, span.ToRange(reference.Offset));
                at = next;
            }

            run = end;
        }

        return RecognizedTimes.Complete(mentions, tokens, reference);
    }

    private static void Add(List<TimeMention> mentions, TimeText text, int first, int next, TimeRange? range)
    {
        if (range is not null)
        {
            var start = text.Tokens[first].Start;
            var length = text.Tokens[next - 1].Start + text.Tokens[next - 1].Length - start;
            mentions.Add(new TimeMention(text.Source.Substring(start, length), start, length, range));
        }
    }
}
