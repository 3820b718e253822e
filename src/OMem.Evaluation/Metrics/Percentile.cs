namespace OMem.Evaluation;

/// <summary>Percentiles with linear interpolation between the nearest ranks.</summary>
internal static class Percentile
{
    /// <param name="ascending">The values, sorted; not empty.</param>
    /// <param name="share">0 for the least, 1 for the greatest.</param>
    public static double Of(ReadOnlySpan<double> ascending, double share)
    {
        var place = share * (ascending.Length - 1);
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, ascending.Length - 1);
        return ascending[low] + ((place - low) * (ascending[high] - ascending[low]));
    }
}
