namespace Sentinel.Replay.Experiment;

/// <summary>Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).</summary>
internal static class Quantiles
{
    /// <summary>A quantile of values in ascending order; NaN without any.</summary>
    public static double Of(IReadOnlyList<double> ascending, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (ascending.Count is 0)
        {
            return double.NaN;
        }

        var at = share * (ascending.Count - 1);
        var low = (int)Math.Floor(at);
        var high = Math.Min(low + 1, ascending.Count - 1);
        return ascending[low] + ((at - low) * (ascending[high] - ascending[low]));
    }
}
