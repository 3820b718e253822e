namespace OMem.Consolidation;

/// <summary>The k-nearest look-up with k = 1: among those that share a stem, and the newest ones by vector. Bounded work.</summary>
internal static class NearestItem
{
    /// <summary>The nearest item of a group and its similarity; nulls when the group has none.</summary>
    public static (ItemEntry? Entry, double? Similarity) Find(DerivedState state, string group, ValueKey key, in SentenceVector vector) =>
        Of(state.Items.Near(group, key, vector.ModelId is null ? 0 : ConsolidationLimits.VectorWindow), key, vector);

    /// <summary>The nearest of some items and its similarity; of equally near ones the smaller id.</summary>
    public static (ItemEntry? Entry, double? Similarity) Of(List<ItemEntry> entries, ValueKey key, in SentenceVector vector)
    {
        ItemEntry? best = null;
        var bestScore = -1.0;
        foreach (var entry in entries)
        {
            var score = Score(entry, key, vector);
            if (score > bestScore || (score == bestScore && best is not null && string.CompareOrdinal(entry.Item.Id, best.Item.Id) < 0))
            {
                best = entry;
                bestScore = score;
            }
        }

        return best is null ? (null, null) : (best, bestScore);
    }

    /// <summary>The greater of stem overlap and cosine, 0-1.</summary>
    public static double Score(ItemEntry entry, ValueKey key, in SentenceVector vector) =>
        Similarity.Round(Math.Max(entry.Key.Overlap(key), Similarity.Cosine(entry.Vector, vector) ?? 0));
}
