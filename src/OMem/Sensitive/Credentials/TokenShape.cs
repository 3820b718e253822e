namespace OMem.Sensitive.Credentials;

/// <summary>Whether characters look drawn at random, as keys are, and not like words, dates or versions.</summary>
internal static class TokenShape
{
    private const int LeastLength = 16, LeastSegment = 12, LeastDistinct = 6;

    /// <summary>At least 16 characters of a token, a stretch of 12 with letters and digits mixed among them; or a UUID.</summary>
    public static bool IsRandom(ReadOnlySpan<char> text) =>
        text.Length >= LeastLength && IsToken(text) && (HasMixedStretch(text, LeastSegment) || Guid.TryParseExact(text, "D", out _));

    /// <summary>One stretch of letters and digits mixed, of a length at least.</summary>
    public static bool IsShortKey(ReadOnlySpan<char> text, int least) => text.Length >= least && IsToken(text) && HasMixedStretch(text, Math.Min(least, LeastSegment));

    /// <summary>Whether it is what people write where a secret would stand: stars, one letter again and again, an example in brackets, a variable.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> text) =>
        text.IsEmpty
        || text[0] is '<' or '[' or '{' or '$' or '%' or '*'
        || !text.ContainsAnyExcept(text[0])
        || text.StartsWith("your", StringComparison.OrdinalIgnoreCase)
        || text.Contains("process.env", StringComparison.Ordinal)
        || text.Contains("os.environ", StringComparison.Ordinal)
        || text.Contains("...", StringComparison.Ordinal)
        || text.Contains("***", StringComparison.Ordinal)
        || text.Contains("xxxx", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many different characters there are, up to six.</summary>
    public static bool HasVariety(ReadOnlySpan<char> text)
    {
        Span<char> seen = stackalloc char[LeastDistinct];
        var count = 0;
        foreach (var character in text)
        {
            if (!seen[..count].Contains(character))
            {
                seen[count++] = character;
                if (count == LeastDistinct)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsToken(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters.WideToken);

    private static bool HasMixedStretch(ReadOnlySpan<char> text, int least)
    {
        var place = 0;
        while (place < text.Length)
        {
            var end = Characters.EndOf(text, place, Characters.Alphanumeric);
            var stretch = text[place..end];
            if (stretch.Length >= least && stretch.ContainsAnyInRange('0', '9') && stretch.ContainsAnyExceptInRange('0', '9') && (least < LeastSegment || HasVariety(stretch)))
            {
                return true;
            }

            place = end + 1;
        }

        return false;
    }
}
