using OMem.Storage;

namespace OMem.Consolidation;

/// <summary>The k-nearest look-up with k = 1: among those that share a stem, and the newest ones by vector. Bounded work.</summary>
internal static class NearestItem
{
    /// <summary>The nearest item of a group and its similarity; nulls when the group has none.</summary>
    public static (ItemEntry? Entry, double? Similarity) Find(DerivedState state, string group, ValueKey key, IndexData index)
    {
        ItemEntry? best = null;
        var bestScore = -1.0;
        var candidates = state.Items.Sharing(group, key);
        if (index.ModelId is not null)
        {
            candidates = candidates.Concat(state.Items.Newest(group, ConsolidationLimits.VectorWindow));
        }

        foreach (var entry in candidates)
        {
            var score = Score(entry, key, index);
            if (score > bestScore || (score == bestScore && best is not null && string.CompareOrdinal(entry.Item.Id, best.Item.Id) < 0))
            {
                best = entry;
                bestScore = score;
            }
        }

        return best is null ? (null, null) : (best, Similarity.Round(bestScore));
    }

    /// <summary>The greater of stem overlap and cosine, 0-1.</summary>
    public static double Score(ItemEntry entry, ValueKey key, IndexData index) =>
        Similarity.Round(Math.Max(entry.Key.Overlap(key), Similarity.Cosine(entry.Stored.Index, index) ?? 0));
}
