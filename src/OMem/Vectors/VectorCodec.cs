using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace OMem.Vectors;

/// <summary>A float vector as stored bytes: a little-endian float32 scale, then one signed byte for each dimension (symmetric int8).</summary>
/// <remarks>
/// A value is <c>scale * byte</c>; bytes lie in -127..127, so a product never overflows 16 bits by sign. Rounding costs
/// at most half a step of <c>max|x| / 127</c>, which moves the cosine of two sentence vectors by about 0.001.
/// </remarks>
internal static class VectorCodec
{
    /// <summary>Bytes before the values.</summary>
    public const int HeaderLength = sizeof(float);

    /// <summary>The largest magnitude of a stored value.</summary>
    public const int MaxValue = 127;

    private const float Largest = 1e38f;

    /// <summary>Encodes a vector. NaN counts as 0; magnitudes are cut at 1e38, so that decoding stays finite.</summary>
    /// <returns><see cref="HeaderLength"/> + dimensions bytes; empty for an empty vector.</returns>
    public static byte[] Encode(ReadOnlySpan<float> vector)
    {
        if (vector.IsEmpty)
        {
            return [];
        }

        var bytes = new byte[HeaderLength + vector.Length];
        var scale = Quantize(vector, MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(HeaderLength)));
        BinaryPrimitives.WriteSingleLittleEndian(bytes, scale);
        return bytes;
    }

    /// <summary>Writes the values as signed bytes and returns their scale; a vector of zeros has scale 0.</summary>
    public static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> values)
    {
        var largest = 0f;
        foreach (var x in vector)
        {
            largest = Math.Max(largest, Math.Abs(Finite(x)));
        }

        if (largest == 0f)
        {
            values[..vector.Length].Clear();
            return 0f;
        }

        for (var i = 0; i < vector.Length; i++)
        {
            values[i] = (sbyte)Math.Round(Finite(vector[i]) / (double)largest * MaxValue, MidpointRounding.AwayFromZero);
        }

        return largest / MaxValue;
    }

    /// <summary>How many dimensions encoded bytes hold; 0 when there is no vector.</summary>
    public static int Dimensions(ReadOnlySpan<byte> encoded) => encoded.Length <= HeaderLength ? 0 : encoded.Length - HeaderLength;

    /// <summary>The scale of encoded bytes.</summary>
    public static float Scale(ReadOnlySpan<byte> encoded) => BinaryPrimitives.ReadSingleLittleEndian(encoded);

    /// <summary>The signed bytes of encoded bytes.</summary>
    public static ReadOnlySpan<sbyte> Values(ReadOnlySpan<byte> encoded) => MemoryMarshal.Cast<byte, sbyte>(encoded[HeaderLength..]);

    /// <summary>Decodes to floats.</summary>
    public static float[] Decode(ReadOnlySpan<byte> encoded)
    {
        var decoded = new float[Dimensions(encoded)];
        if (decoded.Length > 0)
        {
            var scale = Scale(encoded);
            var values = Values(encoded);
            for (var i = 0; i < decoded.Length; i++)
            {
                decoded[i] = scale * values[i];
            }
        }

        return decoded;
    }

    /// <summary>The cosine of two encoded vectors, -1..1; 0 when one is missing, zero, or of other dimensions.</summary>
    public static float Cosine(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length || Dimensions(left) == 0)
        {
            return 0f;
        }

        var a = Values(left);
        var b = Values(right);
        return Cosine(ByteDot.Of(a, b), ByteDot.Of(a, a), ByteDot.Of(b, b));
    }

    /// <summary>The cosine from the dot products of two rows of bytes: with each other, and of each with itself.</summary>
    public static float Cosine(long dot, long leftSquare, long rightSquare) =>
        leftSquare == 0 || rightSquare == 0 ? 0f : (float)(dot / Math.Sqrt((double)leftSquare * rightSquare));

    /// <summary>The vector scaled to length 1; a zero vector stays zero.</summary>
    public static float[] Normalize(ReadOnlySpan<float> vector)
    {
        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm(unit);
        if (length > 0f && float.IsFinite(length))
        {
            TensorPrimitives.Divide(unit, length, unit);
        }

        return unit;
    }

    private static float Finite(float x) => float.IsNaN(x) ? 0f : Math.Clamp(x, -Largest, Largest);
}
