using OMem.Storage;
using OMem.Vectors;

namespace OMem.Consolidation;

/// <summary>The vector of a sentence with its square worked out once, since it is compared with many.</summary>
internal readonly struct SentenceVector
{
    private readonly ReadOnlyMemory<byte> _encoded;

    private SentenceVector(IndexData index)
    {
        _encoded = index.Vector;
        ModelId = index.ModelId;
        Dimensions = index.Dimensions;
        var values = Values;
        Square = ByteDot.Of(values, values);
    }

    /// <summary>The model it is of; null when there is none.</summary>
    public string? ModelId { get; }

    /// <summary>Dimensions of the model.</summary>
    public int Dimensions { get; }

    /// <summary>Its dot product with itself; 0 for a missing vector, which is near nothing.</summary>
    public long Square { get; }

    /// <summary>Its signed bytes; none for a missing vector.</summary>
    public ReadOnlySpan<sbyte> Values => Dimensions > 0 && VectorCodec.Dimensions(_encoded.Span) == Dimensions ? VectorCodec.Values(_encoded.Span) : [];

    /// <summary>The vector of index data.</summary>
    public static SentenceVector Of(IndexData index) => new(index);

    /// <summary>Whether two vectors can be compared: both are of one model.</summary>
    public bool IsOfSameModel(in SentenceVector other) =>
        ModelId is not null && Dimensions == other.Dimensions && string.Equals(ModelId, other.ModelId, StringComparison.Ordinal);
}
