namespace OMem.Vectors;

/// <summary>A query vector as 16-bit whole numbers: fine enough that the rounding of the stored rows is the only one that shows.</summary>
/// <remarks>
/// With rows in -127..127 and values in -8191..8191 a sum over 1,024 dimensions stays inside 32 bits; longer vectors take
/// a smaller range. Immutable.
/// </remarks>
internal sealed class QuantizedQuery
{
    private const int FullRange = 8191;

    /// <summary>Quantises a vector.</summary>
    public QuantizedQuery(ReadOnlySpan<float> vector)
    {
        Dimensions = vector.Length;
        Values = new short[VectorSegment.Stride(vector.Length)];
        var largest = 0f;
        foreach (var x in vector)
        {
            largest = float.IsFinite(x) ? Math.Max(largest, Math.Abs(x)) : largest;
        }

        if (largest == 0f)
        {
            return;
        }

        var range = Math.Min(FullRange, int.MaxValue / VectorCodec.MaxValue / Math.Max(1, vector.Length));
        for (var i = 0; i < vector.Length; i++)
        {
            Values[i] = float.IsFinite(vector[i])
                ? (short)Math.Round(vector[i] / (double)largest * range, MidpointRounding.AwayFromZero)
                : (short)0;
        }

        Scale = largest / range;
    }

    /// <summary>How many dimensions it has.</summary>
    public int Dimensions { get; }

    /// <summary>The values, padded with zeros to the row stride.</summary>
    public short[] Values { get; }

    /// <summary>What one step is worth; 0 for a vector of zeros.</summary>
    public float Scale { get; }
}
