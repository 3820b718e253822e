namespace OMem.Evaluation;

/// <summary>Makes text of a model fit for a UTF-8 file.</summary>
internal static class WellFormed
{
    /// <summary>The text with lone surrogates replaced by U+FFFD.</summary>
    public static string Of(string text)
    {
        var place = 0;
        while (place < text.Length && !char.IsSurrogate(text[place]))
        {
            place++;
        }

        return place == text.Length ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
    }
}
