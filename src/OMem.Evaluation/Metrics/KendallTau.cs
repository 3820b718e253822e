namespace OMem.Evaluation;

/// <summary>Kendall's tau-b: how well two orders agree, ties accounted for.</summary>
internal static class KendallTau
{
    /// <summary>From -1 (reversed) to 1 (the same); 0 when either side is all ties.</summary>
    public static double B(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        if (left.Count != right.Count)
        {
            throw new ArgumentException("Both orders must have the same number of ranks.", nameof(right));
        }

        long agree = 0, leftPairs = 0, rightPairs = 0;
        for (var i = 0; i < left.Count; i++)
        {
            for (var j = i + 1; j < left.Count; j++)
            {
                var a = left[i].CompareTo(left[j]);
                var b = right[i].CompareTo(right[j]);
                agree += Math.Sign(a) * Math.Sign(b);
                leftPairs += a == 0 ? 0 : 1;
                rightPairs += b == 0 ? 0 : 1;
            }
        }

        return leftPairs == 0 || rightPairs == 0 ? 0 : agree / Math.Sqrt((double)leftPairs * rightPairs);
    }
}
