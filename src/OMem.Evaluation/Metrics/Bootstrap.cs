namespace OMem.Evaluation;

/// <summary>Percentile bootstrap over questions. Systems compared on the same questions share the draws, so differences are paired.</summary>
internal sealed class Bootstrap
{
    private readonly int _count;
    private readonly int _samples;
    private readonly int[] _draws;

    /// <summary>Draws <paramref name="samples"/> resamples of <paramref name="count"/> questions with replacement.</summary>
    public Bootstrap(int count, int samples, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        _count = count;
        _samples = samples;
        _draws = new int[checked(count * samples)];
        var random = new SplitMix64((ulong)seed);
        for (var i = 0; i < _draws.Length; i++)
        {
            _draws[i] = random.Below(count);
        }
    }

    /// <summary>The central 95 % of the resampled means.</summary>
    public (double Low, double High) Interval(ReadOnlySpan<double> values)
    {
        if (values.Length != _count)
        {
            throw new ArgumentException($"There must be one value for each of the {_count} questions.", nameof(values));
        }

        var means = new double[_samples];
        for (var s = 0; s < _samples; s++)
        {
            double sum = 0;
            foreach (var draw in _draws.AsSpan(s * _count, _count))
            {
                sum += values[draw];
            }

            means[s] = sum / _count;
        }

        Array.Sort(means);
        return (Percentile.Of(means, 0.025), Percentile.Of(means, 0.975));
    }
}
