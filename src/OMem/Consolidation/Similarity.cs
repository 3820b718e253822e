using OMem.Storage;
using OMem.Vectors;

namespace OMem.Consolidation;

/// <summary>How near two sentences are, 0-1.</summary>
internal static class Similarity
{
    /// <summary>Cosine of two vectors of one model, or null when either has none.</summary>
    public static double? Cosine(IndexData left, IndexData right) =>
        left.ModelId is not null && string.Equals(left.ModelId, right.ModelId, StringComparison.Ordinal) && left.Dimensions == right.Dimensions
            ? Round(Math.Max(0, VectorCodec.Cosine(left.Vector.Span, right.Vector.Span)))
            : null;

    /// <summary>Four digits: what the ledger shows is what was compared.</summary>
    public static double Round(double similarity) => Math.Round(similarity, 4);
}
