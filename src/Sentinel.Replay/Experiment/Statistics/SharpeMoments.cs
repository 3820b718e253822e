namespace Sentinel.Replay.Experiment;

/// <summary>First and second moments of two series of returns, their Sharpe ratios' difference, and its gradient by the four moments.</summary>
internal sealed record SharpeMoments(double MeanX, double MeanY, double SquareX, double SquareY)
{
    /// <summary>Sharpe ratio of the first minus that of the second.</summary>
    public double Difference => (MeanX / Math.Sqrt(VarianceX)) - (MeanY / Math.Sqrt(VarianceY));

    /// <summary>By mean of x, mean of y, mean square of x, mean square of y.</summary>
    public double[] Gradient =>
    [
        SquareX / Math.Pow(VarianceX, 1.5),
        -SquareY / Math.Pow(VarianceY, 1.5),
        -0.5 * MeanX / Math.Pow(VarianceX, 1.5),
        0.5 * MeanY / Math.Pow(VarianceY, 1.5),
    ];

    private double VarianceX => SquareX - (MeanX * MeanX);

    private double VarianceY => SquareY - (MeanY * MeanY);

    public static SharpeMoments Of(double[] x, double[] y) =>
        new(x.Average(), y.Average(), x.Select(static value => value * value).Average(), y.Select(static value => value * value).Average());

    /// <summary>The four series of deviations from the moments.</summary>
    public double[][] Deviations(double[] x, double[] y) =>
    [
        [.. x.Select(value => value - MeanX)],
        [.. y.Select(value => value - MeanY)],
        [.. x.Select(value => (value * value) - SquareX)],
        [.. y.Select(value => (value * value) - SquareY)],
    ];
}
