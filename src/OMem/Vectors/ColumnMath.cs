using System.Numerics;
using System.Runtime.InteropServices;

namespace OMem.Vectors;

/// <summary>The few loops over whole columns that ranking needs. Written out rather than taken from a library of generic kernels, whose compilation would cost a first recall more than the recall.</summary>
internal static class ColumnMath
{
    private const int Block = 512;

    /// <summary>target += factor x source.</summary>
    public static void AddScaled(ReadOnlySpan<float> source, float factor, Span<float> target)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(source);
        var targets = MemoryMarshal.Cast<float, Vector<float>>(target[..source.Length]);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < wide.Length; i++)
        {
            targets[i] += wide[i] * factors;
        }

        for (var i = wide.Length * Vector<float>.Count; i < source.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }

    /// <summary>values = (values - offset) x factor.</summary>
    public static void ShiftAndScale(Span<float> values, float offset, float factor)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(values);
        var offsets = new Vector<float>(offset);
        var factors = new Vector<float>(factor);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = (wide[i] - offsets) * factors;
        }

        for (var i = wide.Length * Vector<float>.Count; i < values.Length; i++)
        {
            values[i] = (values[i] - offset) * factor;
        }
    }

    /// <summary>values = values x weights x factor.</summary>
    public static void Multiply(Span<float> values, ReadOnlySpan<float> weights, float factor)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= weights[i] * factor;
        }
    }

    /// <summary>The sum; blocks in floats, their sums in doubles, which is exact enough for a million values.</summary>
    public static double Sum(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        for (var start = 0; start < values.Length; start += Block)
        {
            var block = values.Slice(start, Math.Min(Block, values.Length - start));
            var wide = MemoryMarshal.Cast<float, Vector<float>>(block);
            var sums = Vector<float>.Zero;
            foreach (var vector in wide)
            {
                sums += vector;
            }

            sum += Vector.Sum(sums);
            foreach (var value in block[(wide.Length * Vector<float>.Count)..])
            {
                sum += value;
            }
        }

        return sum;
    }

    /// <summary>The sum of squared distances from <paramref name="centre"/>.</summary>
    public static double SumOfSquares(ReadOnlySpan<float> values, float centre)
    {
        var sum = 0.0;
        var centres = new Vector<float>(centre);
        for (var start = 0; start < values.Length; start += Block)
        {
            var block = values.Slice(start, Math.Min(Block, values.Length - start));
            var wide = MemoryMarshal.Cast<float, Vector<float>>(block);
            var sums = Vector<float>.Zero;
            foreach (var vector in wide)
            {
                var distance = vector - centres;
                sums += distance * distance;
            }

            sum += Vector.Sum(sums);
            foreach (var value in block[(wide.Length * Vector<float>.Count)..])
            {
                sum += (double)(value - centre) * (value - centre);
            }
        }

        return sum;
    }
}
