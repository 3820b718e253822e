namespace Sentinel.Replay.Experiment;

/// <summary>The Jensen-Shannon distance of two histograms: the root of the divergence to base 2, 0 for equal shares, 1 for nothing in common.</summary>
internal static class JensenShannon
{
    /// <summary>The distance; NaN when one of them is empty.</summary>
    public static double Distance(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count != right.Count)
        {
            throw new ArgumentException("The histograms have different bins.", nameof(right));
        }

        var (sumLeft, sumRight) = (left.Sum(), right.Sum());
        if (!(sumLeft > 0) || !(sumRight > 0))
        {
            return double.NaN;
        }

        var divergence = 0.0;
        for (var bin = 0; bin < left.Count; bin++)
        {
            var (p, q) = (left[bin] / sumLeft, right[bin] / sumRight);
            var middle = (p + q) / 2;
            divergence += (Part(p, middle) + Part(q, middle)) / 2;
        }

        return Math.Sqrt(Math.Clamp(divergence, 0, 1));
    }

    private static double Part(double share, double middle) => share > 0 ? share * Math.Log2(share / middle) : 0;
}
