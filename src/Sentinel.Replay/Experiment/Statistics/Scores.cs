namespace Sentinel.Replay.Experiment;

/// <summary>Scores of forecasts and of ranked lists.</summary>
internal static class Scores
{
    /// <summary>Brier's score of one forecast: the squared distance of a probability from what happened; 0.25 for an even chance.</summary>
    public static double Brier(double probability, bool happened)
    {
        var distance = probability - (happened ? 1 : 0);
        return distance * distance;
    }

    /// <summary>Relevant items that were found, of those that could have been found in so many places.</summary>
    /// <param name="hits">Whether each item shown is relevant, best first.</param>
    /// <param name="relevant">How many relevant items there are, above 0.</param>
    /// <param name="k">How many places there are, above 0.</param>
    public static double Recall(IReadOnlyList<bool> hits, int relevant, int k) => (double)hits.Take(k).Count(static hit => hit) / Math.Min(relevant, k);

    /// <summary>Discounted cumulated gain of the list over that of the best possible list (binary relevance).</summary>
    public static double Ndcg(IReadOnlyList<bool> hits, int relevant, int k)
    {
        var (gain, best) = (0.0, 0.0);
        for (var i = 0; i < k; i++)
        {
            var discount = 1 / Math.Log2(i + 2);
            gain += i < hits.Count && hits[i] ? discount : 0;
            best += i < relevant ? discount : 0;
        }

        return gain / best;
    }
}
