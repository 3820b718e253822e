namespace OMem.Sensitive;

/// <summary>The words around a place. What a mark says is not among them: masking a text again must find nothing new.</summary>
internal static class Surroundings
{
    /// <summary>The text before a place, at most so much, without marks and what stands before them.</summary>
    public static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, int place, int most)
    {
        var before = text[Math.Max(0, place - most)..place];
        var mark = before.LastIndexOf("[masked: ", StringComparison.Ordinal);
        if (mark >= 0)
        {
            var end = before[mark..].IndexOf(']');
            return end < 0 ? [] : before[(mark + end + 1)..];
        }

        // The beginning of a mark may lie further back than the window.
        var close = before.IndexOf(']');
        return close >= 0 && IsInMark(text, place - before.Length + close) ? before[(close + 1)..] : before;
    }

    /// <summary>The text after a place, at most so much, up to the next mark.</summary>
    public static ReadOnlySpan<char> After(ReadOnlySpan<char> text, int place, int most)
    {
        var after = text.Slice(place, Math.Min(most, text.Length - place));
        var mark = after.IndexOf("[masked: ", StringComparison.Ordinal);
        return mark < 0 ? after : after[..mark];
    }

    /// <summary>Whether a place is inside a mark.</summary>
    public static bool IsInMark(ReadOnlySpan<char> text, int place)
    {
        var window = text[Math.Max(0, place - Mask.LongestMark)..place];
        var mark = window.LastIndexOf("[masked: ", StringComparison.Ordinal);
        return mark >= 0 && !window[mark..].Contains(']');
    }
}
