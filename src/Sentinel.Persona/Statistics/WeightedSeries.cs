namespace Sentinel.Persona;

/// <summary>Numbers with forgetting weights.</summary>
internal sealed class WeightedSeries
{
    /// <summary>Fewer blocks than this say nothing of how samples of one block go together.</summary>
    private const int MinBlocks = 5;

    private readonly long[]? _blocks;
    private (double Error, double Degrees)? _meanError;
    private (int[] Places, double[] Weights)? _places;
    private (double Value, double Weight)[]? _sorted;

    /// <summary>A series; samples of one block (a fortnight) need not be independent.</summary>
    public WeightedSeries(double[] values, double[] weights, long[]? blocks = null)
    {
        (Values, Weights, _blocks) = (values, weights, blocks);
        double sum = 0, squares = 0, weighted = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i];
            squares += weights[i] * weights[i];
            weighted += weights[i] * values[i];
        }

        Total = sum;
        EffectiveN = squares > 0 ? sum * sum / squares : 0;
        Mean = sum > 0 ? weighted / sum : double.NaN;
    }

    public double[] Values { get; }

    public double[] Weights { get; }

    /// <summary>Sum of the weights.</summary>
    public double Total { get; }

    /// <summary>Kish's effective sample size.</summary>
    public double EffectiveN { get; }

    public double Mean { get; }

    public int Count => Values.Length;

    /// <summary>Variance, with the correction for the effective number of samples.</summary>
    public double Variance
    {
        get
        {
            if (EffectiveN <= 1)
            {
                return double.NaN;
            }

            var sum = 0.0;
            for (var i = 0; i < Values.Length; i++)
            {
                sum += Weights[i] * (Values[i] - Mean) * (Values[i] - Mean);
            }

            return sum / Total * EffectiveN / (EffectiveN - 1);
        }
    }

    /// <summary>Standard error of the mean: the larger of that of independent samples and that clustered by block.</summary>
    public double StandardError => MeanError.Error;

    /// <summary>Student's interval of the mean.</summary>
    public ValueInterval MeanInterval => Intervals.Student(Mean, StandardError, Degrees);

    /// <summary>Degrees of freedom of <see cref="StandardError"/>.</summary>
    public double Degrees => MeanError.Degrees;

    private (double Error, double Degrees) MeanError => _meanError ??= ErrorOfMean();

    /// <summary>The same samples with other values.</summary>
    public WeightedSeries Select(Func<double, double> value) => new([.. Values.Select(value)], Weights, _blocks);

    /// <summary>The value below which a part of the weight lies; middle of the two neighbours where it falls between.</summary>
    public double Quantile(double part)
    {
        var sorted = _sorted ??= Sort();
        var target = Math.Clamp(part, 0, 1) * Total;
        var below = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            below += sorted[i].Weight;
            if (below > target + (1e-12 * Total))
            {
                return sorted[i].Value;
            }

            if (below >= target - (1e-12 * Total))
            {
                return i + 1 < sorted.Length ? (sorted[i].Value + sorted[i + 1].Value) / 2 : sorted[i].Value;
            }
        }

        return sorted.Length == 0 ? double.NaN : sorted[^1].Value;
    }

    public double Median => Quantile(0.5);

    /// <summary>Interval of the median from order statistics: the binomial's normal approximation, half a sample wider.</summary>
    public ValueInterval MedianInterval
    {
        get
        {
            var median = Median;
            var clustered = ClusteredError(value => value < median ? 0.5 : value > median ? -0.5 : 0);
            var half = (0.5 / EffectiveN) + Math.Max(
                Intervals.Z * Math.Sqrt(0.25 / EffectiveN),
                clustered.Error > 0 ? clustered.Error * SpecialFunctions.StudentQuantile(0.975, clustered.Blocks - 1) : 0);
            return new ValueInterval(Math.Min(Median, Quantile(0.5 - half)), Math.Max(Median, Quantile(0.5 + half)));
        }
    }

    /// <summary>Error of a weighted mean of what each value contributes, by sums over blocks, and the effective number of blocks; 0 where there are too few.</summary>
    public (double Error, double Blocks) ClusteredError(Func<double, double> contribution)
    {
        if (_blocks is null)
        {
            return default;
        }

        var (places, weights) = _places ??= Place(_blocks, Weights);
        if (weights.Length < MinBlocks)
        {
            return default;
        }

        var sums = new double[weights.Length];
        for (var i = 0; i < Values.Length; i++)
        {
            sums[places[i]] += Weights[i] * contribution(Values[i]);
        }

        double squares = 0, weightSquares = 0;
        for (var b = 0; b < sums.Length; b++)
        {
            squares += sums[b] * sums[b];
            weightSquares += weights[b] * weights[b];
        }

        var blocks = Total * Total / weightSquares;
        return blocks > 2 ? (Math.Sqrt(squares * blocks / (blocks - 1)) / Total, blocks) : default;
    }

    private (double Error, double Degrees) ErrorOfMean()
    {
        var clustered = ClusteredError(value => value - Mean);
        return (
            Math.Max(Math.Sqrt(Variance / EffectiveN), clustered.Error),
            clustered.Error > 0 ? Math.Min(EffectiveN, clustered.Blocks) - 1 : EffectiveN - 1);
    }

    /// <summary>The place of each sample's block among the blocks, and the blocks' weights.</summary>
    private static (int[] Places, double[] Weights) Place(long[] blocks, double[] weights)
    {
        var distinct = blocks.Distinct().Order().ToArray();
        var places = new int[blocks.Length];
        var sums = new double[distinct.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            places[i] = i > 0 && blocks[i] == blocks[i - 1] ? places[i - 1] : Array.BinarySearch(distinct, blocks[i]);
            sums[places[i]] += weights[i];
        }

        return (places, sums);
    }

    private (double Value, double Weight)[] Sort()
    {
        var sorted = new (double Value, double Weight)[Values.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = (Values[i], Weights[i]);
        }

        // Ties carry one value, so that their order does not matter.
        Array.Sort(sorted, static (a, b) => a.Value.CompareTo(b.Value));
        return sorted;
    }
}
