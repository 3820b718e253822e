namespace Sentinel.Persona;

/// <summary>Risk classes by volatility equivalent value at risk (PRIIPs RTS 2017/653, Annex II).</summary>
internal static class RiskClasses
{
    private const double DaysPerYear = 365;

    private static readonly double[] Bounds = [0.005, 0.05, 0.12, 0.20, 0.30, 0.80];

    /// <summary>Volatility a year that would have this value at risk: <c>(sqrt(3.842 - 2 ln VaR) - 1.96) / sqrt(T)</c>.</summary>
    /// <param name="logVar">Logarithm of the 2.5 % quantile of the terminal wealth ratio.</param>
    /// <param name="years">Horizon T.</param>
    public static double Vev(double logVar, double years) => (Math.Sqrt(3.842 - (2 * logVar)) - 1.96) / Math.Sqrt(years);

    /// <summary>The same from daily returns: the quantile by the regulation's Cornish-Fisher expansion in deviation, skewness and excess kurtosis.</summary>
    public static Estimate? Vev(WeightedSeries returns, double years)
    {
        var log = Logs(returns);
        var deviation = Math.Sqrt(log.Variance);
        if (!(deviation > 0))
        {
            return null;
        }

        var (skew, kurtosis) = Shape(log);
        var value = Vev(LogVar(deviation, skew, kurtosis, years * DaysPerYear), years);
        var (low, high) = DeviationFactors(log);
        return new Estimate(
            value,
            new ValueInterval(
                Vev(LogVar(deviation * low, skew, kurtosis, years * DaysPerYear), years),
                Vev(LogVar(deviation * high, skew, kurtosis, years * DaysPerYear), years)));
    }

    /// <summary>Logarithm of the 2.5 % quantile of terminal wealth after a number of days, mean return not counted.</summary>
    public static double LogVar(double deviation, double skew, double excessKurtosis, double days)
    {
        var quantile = -1.96 + (0.474 * skew / Math.Sqrt(days)) - (0.0687 * excessKurtosis / days) + (0.146 * skew * skew / days);
        return (deviation * Math.Sqrt(days) * quantile) - (0.5 * deviation * deviation * days);
    }

    /// <summary>Class 1-7 of a volatility.</summary>
    public static int Class(double vev) => 1 + Bounds.Count(bound => vev >= bound);

    public static Estimate? Class(Estimate? vev) => vev is { Interval: { } interval } known
        ? new Estimate(Class(known.Value), new ValueInterval(Class(interval.Low), Class(interval.High)))
        : null;

    /// <summary>Factors from a deviation found to the ends of its interval, by chi-square with the degrees of freedom that the kurtosis leaves, or wider.</summary>
    public static (double Low, double High) DeviationFactors(WeightedSeries series)
    {
        var (_, kurtosis) = Shape(series);
        var degrees = 2 * (series.EffectiveN - 1) / Math.Max(0.5, 2 + kurtosis);
        degrees = Math.Max(1, degrees);
        var (low, high) = (
            Math.Sqrt(degrees / SpecialFunctions.ChiSquareQuantile(0.975, degrees)),
            Math.Sqrt(degrees / SpecialFunctions.ChiSquareQuantile(0.025, degrees)));

        // Volatility comes in clusters: the error of the mean square by blocks of time, on the logarithm, where that is wider.
        var variance = series.Variance;
        var (error, blocks) = series.ClusteredError(value => Math.Pow(value - series.Mean, 2) - variance);
        var half = error > 0 ? SpecialFunctions.StudentQuantile(0.975, blocks - 1) * error / variance / 2 : 0;
        return (Math.Min(low, Math.Exp(-half)), Math.Max(high, Math.Exp(half)));
    }

    private static WeightedSeries Logs(WeightedSeries returns) => returns.Select(r => Math.Log(Math.Max(1e-6, 1 + r)));

    private static (double Skew, double ExcessKurtosis) Shape(WeightedSeries series)
    {
        double second = 0, third = 0, fourth = 0;
        for (var i = 0; i < series.Count; i++)
        {
            var d = series.Values[i] - series.Mean;
            second += series.Weights[i] * d * d;
            third += series.Weights[i] * d * d * d;
            fourth += series.Weights[i] * d * d * d * d;
        }

        (second, third, fourth) = (second / series.Total, third / series.Total, fourth / series.Total);
        return second > 0 ? (third / Math.Pow(second, 1.5), (fourth / (second * second)) - 3) : (0, 0);
    }
}
