namespace OMem.Evaluation;

/// <summary>Two-sided sign-flip test of paired differences: how often chance signs give a mean at least as far from 0.</summary>
internal static class PairedPermutation
{
    private const double Tolerance = 1e-12;

    /// <summary>The p-value, at least 1 / (samples + 1); 1 when no pair differs.</summary>
    /// <param name="differences">One for each question.</param>
    /// <param name="samples">Random sign vectors.</param>
    /// <param name="seed">Seed of the signs.</param>
    public static double P(ReadOnlySpan<double> differences, int samples, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        var kept = new List<double>(differences.Length);
        double sum = 0;
        foreach (var difference in differences)
        {
            if (difference != 0)
            {
                kept.Add(difference);
                sum += difference;
            }
        }

        if (kept.Count == 0)
        {
            return 1;
        }

        var random = new SplitMix64((ulong)seed);
        var extreme = 0;
        for (var sample = 0; sample < samples; sample++)
        {
            double flipped = 0;
            ulong signs = 0;
            for (var i = 0; i < kept.Count; i++)
            {
                signs = i % 64 == 0 ? random.Next() : signs >> 1;
                flipped += (signs & 1) == 0 ? kept[i] : -kept[i];
            }

            extreme += Math.Abs(flipped) >= Math.Abs(sum) - Tolerance ? 1 : 0;
        }

        return (extreme + 1.0) / (samples + 1);
    }
}
