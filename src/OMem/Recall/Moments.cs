using OMem.Vectors;

namespace OMem.Recall;

/// <summary>Mean and deviation of a column.</summary>
internal static class Moments
{
    /// <summary>Below this a column counts as constant.</summary>
    private const double SmallestDeviation = 1e-9;

    /// <summary>Mean and population deviation; deviation 0 when the values do not vary.</summary>
    public static (float Mean, float Deviation) Of(ReadOnlySpan<float> values)
    {
        // Rounding would give a constant column a tiny deviation, and that would blow its noise up.
        if (values.IsEmpty || !values.ContainsAnyExcept(values[0]))
        {
            return (values.IsEmpty ? 0f : values[0], 0f);
        }

        var mean = (float)(ColumnMath.Sum(values) / values.Length);
        var deviation = Math.Sqrt(ColumnMath.SumOfSquares(values, mean) / values.Length);
        return (mean, deviation < SmallestDeviation ? 0f : (float)deviation);
    }
}
