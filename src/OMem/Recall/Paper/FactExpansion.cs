namespace OMem.Recall.Paper;

/// <summary>Where the facts that a question brings are told apart into ones that clearly match and others. Not in the paper; in its authors' code.</summary>
internal static class FactExpansion
{
    /// <summary>How many facts stand before the first drop.</summary>
    /// <param name="scores">Similarities, best first.</param>
    /// <param name="gap">The share of the best similarity that makes a drop; null for no expansion.</param>
    /// <returns>The facts before the first drop that is larger; 0 when there is none.</returns>
    public static int Count(IReadOnlyList<double> scores, double? gap)
    {
        for (var i = 1; gap is not null && i < scores.Count; i++)
        {
            if (scores[0] > 0 && scores[i - 1] - scores[i] > gap * scores[0])
            {
                return i;
            }
        }

        return 0;
    }
}
