using System.Numerics.Tensors;

namespace OMem.Embeddings.Models;

/// <summary>Vectors of length one.</summary>
internal static class UnitVector
{
    /// <summary>The mean of vectors, at length one.</summary>
    public static float[] Mean(IEnumerable<float[]> vectors)
    {
        float[]? sum = null;
        foreach (var vector in vectors)
        {
            if (sum is null)
            {
                sum = vector;
            }
            else
            {
                TensorPrimitives.Add(sum, vector, sum);
            }
        }

        Normalize(sum!);
        return sum!;
    }

    /// <summary>Divides by the length, which is summed one by one in double precision: the same on any processor. A vector of zeros stays.</summary>
    public static void Normalize(Span<float> vector)
    {
        var sum = 0d;
        foreach (var value in vector)
        {
            sum += (double)value * value;
        }

        if (sum > 0)
        {
            TensorPrimitives.Multiply(vector, (float)(1 / Math.Sqrt(sum)), vector);
        }
    }
}
