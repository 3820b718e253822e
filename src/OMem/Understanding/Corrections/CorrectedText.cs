namespace OMem.Understanding.Corrections;

/// <summary>Puts the right words into an earlier text.</summary>
internal static class CorrectedText
{
    /// <summary>The text with the last whole-word occurrence of <paramref name="wrong"/> replaced; null when it does not occur.</summary>
    public static string? Replace(string text, string wrong, string right)
    {
        for (var from = text.Length; from > 0;)
        {
            var at = text.LastIndexOf(wrong, from - 1, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return null;
            }

            if (IsEdge(text, at - 1) && IsEdge(text, at + wrong.Length))
            {
                return string.Concat(text.AsSpan(0, at), right, text.AsSpan(at + wrong.Length));
            }

            from = at;
        }

        return null;
    }

    private static bool IsEdge(string text, int index) => index < 0 || index >= text.Length || !char.IsLetterOrDigit(text[index]);
}
