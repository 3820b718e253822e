namespace Sentinel.Replay.Experiment;

/// <summary>Holm's step-down adjustment (1979): holds the chance of any false finding in a family of tests, whatever their dependence.</summary>
internal static class Holm
{
    /// <summary>Adjusted p-values, in the order given. NaN is no test: it stays NaN and does not count.</summary>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        var order = Enumerable.Range(0, pValues.Count).Where(i => !double.IsNaN(pValues[i])).OrderBy(i => pValues[i]).ThenBy(i => i).ToArray();
        var adjusted = Enumerable.Repeat(double.NaN, pValues.Count).ToArray();
        var most = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            most = Math.Max(most, Math.Min(1, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = most;
        }

        return adjusted;
    }
}
