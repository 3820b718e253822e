namespace OMem.ModelConverter.UseLite;

/// <summary>A float matrix as signed bytes, symmetric, with one scale per row or per column: value = byte x scale.</summary>
internal sealed record QuantizedMatrix(sbyte[] Values, float[] Scales)
{
    private const int ByteLimit = 127;

    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>
    /// The largest sum of two neighbouring bytes of one sign, one below the other in a column. AVX2 multiplies unsigned
    /// by signed bytes, adds the two products and saturates at 16 bits: 255 x 128 still fits, so no product of ours is
    /// ever cut, and a processor with wider sums gives the same integers.
    /// </summary>
    private const int PairLimit = 128;

    /// <summary>For a matrix product: one scale a column, and no pair of bytes above the limit.</summary>
    public static QuantizedMatrix ByColumn(DenseLayer layer)
    {
        var columns = layer.Outputs;
        var scales = new float[columns];
        for (var row = 0; row < layer.Inputs; row += 2)
        {
            var first = layer.Weights.AsSpan(row * columns, columns);
            var second = layer.Weights.AsSpan((row + 1) * columns, columns);
            for (var column = 0; column < columns; column++)
            {
                scales[column] = MathF.Max(scales[column], Normal(SmallestScale(first[column], second[column])));
            }
        }

        return new(Round(layer.Weights, i => scales[i % columns]), scales);
    }

    /// <summary>For a look-up table: one scale a row.</summary>
    public static QuantizedMatrix ByRow(float[] matrix, int columns)
    {
        var scales = new float[matrix.Length / columns];
        for (var i = 0; i < matrix.Length; i++)
        {
            scales[i / columns] = MathF.Max(scales[i / columns], Normal(MathF.Abs(matrix[i]) / ByteLimit));
        }

        return new(Round(matrix, i => scales[i / columns]), scales);
    }

    /// <summary>A subnormal scale has too few bits: dividing by it could leave the range of a byte.</summary>
    private static float Normal(float scale) => scale > 0 ? MathF.Max(scale, SmallestNormal) : 0;

    private static float SmallestScale(float first, float second)
    {
        var largest = MathF.Max(MathF.Abs(first), MathF.Abs(second)) / ByteLimit;
        // Rounding may lift each of the two by a half: one less than the limit keeps the rounded sum within it.
        // Signs are compared, not multiplied: the product of two tiny weights is 0.
        return MathF.Sign(first) == MathF.Sign(second)
            ? MathF.Max(largest, (MathF.Abs(first) + MathF.Abs(second)) / (PairLimit - 1))
            : largest;
    }

    private static sbyte[] Round(float[] matrix, Func<int, float> scale)
    {
        var values = new sbyte[matrix.Length];
        for (var i = 0; i < matrix.Length; i++)
        {
            values[i] = scale(i) > 0 ? (sbyte)MathF.Round(matrix[i] / scale(i), MidpointRounding.ToEven) : (sbyte)0;
        }

        return values;
    }
}
