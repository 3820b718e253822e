namespace OMem.Evaluation;

/// <summary>Means with intervals and paired tests, all from the same seeded draws.</summary>
internal sealed class AnswerStatistics(int bootstrapSamples, int permutationSamples, int seed)
{
    private const int Decimals = 6;
    private readonly Dictionary<int, Bootstrap> _bootstraps = [];

    /// <summary>Mean and 95 % interval.</summary>
    public AnswerFigure Figure(double[] values) => new(Mean(values), Interval(values), values.Length);

    /// <summary>Mean of paired differences, its interval, and the permutation test's p.</summary>
    public (double Difference, double[] Interval, double P) Compare(double[] differences) =>
        (Mean(differences), Interval(differences), Math.Round(PairedPermutation.P(differences, permutationSamples, seed), Decimals));

    private static double Mean(double[] values) => Math.Round(values.Average(), Decimals);

    private double[] Interval(double[] values)
    {
        if (!_bootstraps.TryGetValue(values.Length, out var bootstrap))
        {
            _bootstraps[values.Length] = bootstrap = new Bootstrap(values.Length, bootstrapSamples, seed);
        }

        var (low, high) = bootstrap.Interval(values);
        return [Math.Round(low, Decimals), Math.Round(high, Decimals)];
    }
}
