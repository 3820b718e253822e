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

    /// <summary>Divides by the length. A vector of zeros stays.</summary>
    public static void Normalize(Span<float> vector)
    {
        var length = TensorPrimitives.Norm(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }
    }
}
