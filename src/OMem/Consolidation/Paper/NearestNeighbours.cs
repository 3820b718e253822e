namespace OMem.Consolidation.Paper;

/// <summary>
/// Components of the graph in which each attribute has one edge, to its nearest neighbour (O-Mem, arXiv 2511.13593, eqs. 5 and 6). There
/// is no threshold: of K attributes, K at least 2, every one is in a component, and there are at most K/2 components.
/// </summary>
internal static class NearestNeighbours
{
    /// <summary>The components in the order of their first members; none for fewer than two attributes. Compares every pair.</summary>
    /// <param name="attributes">Attributes in a fixed order; of equally near ones the earlier is the neighbour.</param>
    public static List<List<ItemEntry>> Components(IReadOnlyList<ItemEntry> attributes)
    {
        if (attributes.Count < 2)
        {
            return [];
        }

        var parents = Enumerable.Range(0, attributes.Count).ToArray();
        for (var i = 0; i < attributes.Count; i++)
        {
            var (left, right) = (Root(parents, i), Root(parents, Nearest(attributes, i)));
            parents[Math.Max(left, right)] = Math.Min(left, right);
        }

        return [.. Enumerable.Range(0, attributes.Count)
            .GroupBy(i => Root(parents, i))
            .Select(group => group.Select(i => attributes[i]).ToList())];
    }

    private static int Nearest(IReadOnlyList<ItemEntry> attributes, int of)
    {
        var best = -1;
        var bestScore = double.NegativeInfinity;
        for (var i = 0; i < attributes.Count; i++)
        {
            if (i != of && Score(attributes[i], attributes[of]) is var score && score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    private static double Score(ItemEntry left, ItemEntry right) => Similarity.Cosine(left.Vector, right.Vector) ?? left.Key.Overlap(right.Key);

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            i = parents[i] = parents[parents[i]];
        }

        return i;
    }
}
