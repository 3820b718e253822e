namespace Sentinel.Replay.Experiment;

/// <summary>The long-run variance of a weighted sum of series: Parzen's kernel, Andrews' bandwidth (1991) by an AR(1) of each series.</summary>
internal static class LongRunCovariance
{
    private const double ParzenConstant = 2.6614;

    /// <summary>The quadratic form of the long-run covariance with weights, 0 or more.</summary>
    /// <param name="series">Series of mean 0, of one length.</param>
    /// <param name="weights">One a series.</param>
    public static double Form(double[][] series, double[] weights)
    {
        var count = series[0].Length;
        var sum = new double[count];
        for (var at = 0; at < count; at++)
        {
            for (var i = 0; i < series.Length; i++)
            {
                sum[at] += weights[i] * series[i][at];
            }
        }

        var bandwidth = Bandwidth(series);
        var variance = Autocovariance(sum, 0);
        for (var lag = 1; lag < count && lag < bandwidth; lag++)
        {
            variance += 2 * Parzen(lag / bandwidth) * Autocovariance(sum, lag);
        }

        return Math.Max(0, variance) * count / Math.Max(1, count - series.Length);
    }

    /// <summary>Parzen's kernel.</summary>
    public static double Parzen(double x) => Math.Abs(x) switch
    {
        <= 0.5 and var near => 1 - (6 * near * near) + (6 * near * near * near),
        <= 1 and var far => 2 * Math.Pow(1 - far, 3),
        _ => 0,
    };

    private static double Bandwidth(double[][] series)
    {
        var (top, bottom) = (0.0, 0.0);
        foreach (var one in series)
        {
            var (rho, variance) = Autoregression(one);
            top += 4 * rho * rho * variance * variance / Math.Pow(1 - rho, 8);
            bottom += variance * variance / Math.Pow(1 - rho, 4);
        }

        return bottom > 0 ? ParzenConstant * Math.Pow(top / bottom * series[0].Length, 0.2) : 0;
    }

    private static (double Rho, double Variance) Autoregression(double[] one)
    {
        var (cross, square) = (0.0, 0.0);
        for (var at = 1; at < one.Length; at++)
        {
            cross += one[at] * one[at - 1];
            square += one[at - 1] * one[at - 1];
        }

        var rho = square > 0 ? Math.Clamp(cross / square, -0.97, 0.97) : 0;
        var residual = 0.0;
        for (var at = 1; at < one.Length; at++)
        {
            residual += Math.Pow(one[at] - (rho * one[at - 1]), 2);
        }

        return (rho, residual / Math.Max(1, one.Length - 1));
    }

    private static double Autocovariance(double[] one, int lag)
    {
        var sum = 0.0;
        for (var at = lag; at < one.Length; at++)
        {
            sum += one[at] * one[at - lag];
        }

        return sum / one.Length;
    }
}
