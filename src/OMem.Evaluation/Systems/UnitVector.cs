using System.Numerics.Tensors;

namespace OMem.Evaluation;

/// <summary>Vectors scaled to length 1, so that the dot product is the cosine.</summary>
internal static class UnitVector
{
    public static float[] Of(ReadOnlySpan<float> vector)
    {
        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm<float>(unit);
        if (length > 0)
        {
            TensorPrimitives.Divide(unit, length, unit);
        }

        return unit;
    }
}
