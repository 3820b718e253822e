using System.Numerics.Tensors;

namespace OMem.Recall;

/// <summary>Mean and deviation of a column.</summary>
internal static class Moments
{
    /// <summary>Below this a column counts as constant.</summary>
    private const double SmallestDeviation = 1e-9;

    private const int Block = 512;

    /// <summary>Mean and population deviation; deviation 0 when the values do not vary.</summary>
    public static (float Mean, float Deviation) Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty || TensorPrimitives.Min(values) == TensorPrimitives.Max(values))
        {
            return (values.IsEmpty ? 0f : values[0], 0f);
        }

        // Sums of a block in floats, of blocks in doubles: as fast as floats and exact enough for a million turns.
        var sum = 0.0;
        for (var start = 0; start < values.Length; start += Block)
        {
            sum += TensorPrimitives.Sum(values.Slice(start, Math.Min(Block, values.Length - start)));
        }

        var mean = (float)(sum / values.Length);
        var squares = 0.0;
        Span<float> centred = stackalloc float[Block];
        for (var start = 0; start < values.Length; start += Block)
        {
            var block = values.Slice(start, Math.Min(Block, values.Length - start));
            TensorPrimitives.Subtract(block, mean, centred);
            squares += TensorPrimitives.SumOfSquares<float>(centred[..block.Length]);
        }

        var deviation = Math.Sqrt(squares / values.Length);
        return (mean, deviation < SmallestDeviation ? 0f : (float)deviation);
    }
}
