using OMem.Vectors;

namespace OMem.Consolidation;

/// <summary>How near two sentences are, 0-1.</summary>
internal static class Similarity
{
    /// <summary>Cosine of two vectors of one model, or null when either has none.</summary>
    public static double? Cosine(in SentenceVector left, in SentenceVector right) =>
        left.IsOfSameModel(right) ? OfCosine(VectorCodec.Cosine(Dot(left, right), left.Square, right.Square)) : null;

    /// <summary>A similarity of a raw cosine.</summary>
    public static double OfCosine(float cosine) => Round(Math.Max(0, cosine));

    /// <summary>Four digits: what the ledger shows is what was compared.</summary>
    public static double Round(double similarity) => Math.Round(similarity, 4);

    private static long Dot(in SentenceVector left, in SentenceVector right) =>
        left.Square == 0 || right.Square == 0 ? 0 : ByteDot.Of(left.Values, right.Values);
}
