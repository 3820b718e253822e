namespace Sentinel.Replay.Experiment;

/// <summary>Spearman's rank correlation; ties share their mean rank.</summary>
internal static class Ranks
{
    /// <summary>-1 to 1; NaN below two pairs or when one side does not vary.</summary>
    public static double Correlation(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count != right.Count)
        {
            throw new ArgumentException("There has to be one of each.", nameof(right));
        }

        var (x, y) = (Of(left), Of(right));
        var mean = (left.Count + 1) / 2.0;
        double cross = 0, squareX = 0, squareY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            cross += (x[i] - mean) * (y[i] - mean);
            squareX += (x[i] - mean) * (x[i] - mean);
            squareY += (y[i] - mean) * (y[i] - mean);
        }

        return squareX > 0 && squareY > 0 ? cross / Math.Sqrt(squareX * squareY) : double.NaN;
    }

    private static double[] Of(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var at = 0; at < order.Length;)
        {
            var end = at;
            while (end + 1 < order.Length && values[order[end + 1]].Equals(values[order[at]]))
            {
                end++;
            }

            for (var i = at; i <= end; i++)
            {
                ranks[order[i]] = ((at + end) / 2.0) + 1;
            }

            at = end + 1;
        }

        return ranks;
    }
}
