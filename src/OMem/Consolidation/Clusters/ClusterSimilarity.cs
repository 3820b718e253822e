namespace OMem.Consolidation.Clusters;

/// <summary>How near two attributes of one subject are for clustering: cosine of their sentences, or overlap of their values' stems without vectors.</summary>
internal static class ClusterSimilarity
{
    /// <summary>Cosine from which two attributes may stand in one cluster. Sentences of one subject share name and frame, so it is high.</summary>
    public const double VectorThreshold = 0.7;

    /// <summary>Overlap from which they may, where there is no vector.</summary>
    public const double WordThreshold = 0.3;

    /// <summary>Similarity on one scale: 0.5 is the threshold of either measure.</summary>
    public static double Of(ItemEntry left, ItemEntry right) =>
        Similarity.Cosine(left.Vector, right.Vector) is { } cosine
            ? OfCosine(cosine)
            : OfOverlap(left.Key.Overlap(right.Key));

    /// <summary>A cosine on that scale.</summary>
    public static double OfCosine(double cosine) => Scaled(cosine, VectorThreshold);

    /// <summary>An overlap of stems on that scale.</summary>
    public static double OfOverlap(double overlap) => Scaled(overlap, WordThreshold);

    /// <summary>Whether a similarity of <see cref="Of"/> joins.</summary>
    public static bool Joins(double similarity) => similarity >= 0.5;

    private static double Scaled(double value, double threshold) => Similarity.Round(
        value < threshold ? 0.5 * value / threshold : 0.5 + (0.5 * (value - threshold) / (1 - threshold)));
}
