namespace Sentinel.Persona;

/// <summary>Numbers with forgetting weights.</summary>
internal sealed class WeightedSeries
{
    private (double Value, double Weight)[]? _sorted;

    public WeightedSeries(double[] values, double[] weights)
    {
        (Values, Weights) = (values, weights);
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

    /// <summary>Standard error of the mean.</summary>
    public double StandardError => Math.Sqrt(Variance / EffectiveN);

    /// <summary>Student's interval of the mean.</summary>
    public ValueInterval MeanInterval => Intervals.Student(Mean, StandardError, EffectiveN - 1);

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
            var half = (Intervals.Z * Math.Sqrt(0.25 / EffectiveN)) + (0.5 / EffectiveN);
            return new ValueInterval(Math.Min(Median, Quantile(0.5 - half)), Math.Max(Median, Quantile(0.5 + half)));
        }
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
