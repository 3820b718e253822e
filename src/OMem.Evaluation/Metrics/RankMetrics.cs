namespace OMem.Evaluation;

/// <summary>Rank metrics with binary relevance. Ranks are those of the gold items found, from 1, ascending.</summary>
internal static class RankMetrics
{
    /// <summary>|gold in the top k| / |gold|.</summary>
    public static double Recall(ReadOnlySpan<int> ranks, int gold, int k)
    {
        var found = 0;
        foreach (var rank in ranks)
        {
            found += rank <= k ? 1 : 0;
        }

        return found / (double)gold;
    }

    /// <summary>Sum of 1 / log2(rank + 1) over gold in the top k, divided by the best that many gold items could reach.</summary>
    public static double Ndcg(ReadOnlySpan<int> ranks, int gold, int k)
    {
        double gain = 0, ideal = 0;
        foreach (var rank in ranks)
        {
            gain += rank <= k ? Discount(rank) : 0;
        }

        for (var rank = 1; rank <= Math.Min(gold, k); rank++)
        {
            ideal += Discount(rank);
        }

        return gain / ideal;
    }

    /// <summary>1 / rank of the first gold item, 0 when it is beyond k.</summary>
    public static double ReciprocalRank(ReadOnlySpan<int> ranks, int k) =>
        ranks.IsEmpty || ranks[0] > k ? 0 : 1.0 / ranks[0];

    private static double Discount(int rank) => 1 / Math.Log2(rank + 1);
}
