namespace OMem.Consolidation;

/// <summary>
/// Whether two sentences say the same. Sentence vectors hardly tell "loves dogs" from "loves cats" or one date from another, so
/// half of the stems have to be shared, and no number may differ, before a very high cosine decides.
/// </summary>
internal static class Paraphrase
{
    /// <summary>Decides by stems, and by the cosine when there is one.</summary>
    public static bool Is(ValueKey left, ValueKey right, double? cosine)
    {
        var overlap = left.Overlap(right);
        return overlap >= ConsolidationLimits.SameByWords
            || (cosine >= ConsolidationLimits.SameByVector && overlap >= ConsolidationLimits.LeastOverlap && Numbers(left).SequenceEqual(Numbers(right), StringComparer.Ordinal));
    }

    private static IEnumerable<string> Numbers(ValueKey key) => key.Stems.Where(stem => char.IsAsciiDigit(stem[0]));
}
