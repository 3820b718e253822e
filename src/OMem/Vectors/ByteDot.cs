using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OMem.Vectors;

/// <summary>Exact dot products of two rows of signed bytes. Every path gives the same numbers, whatever the bytes.</summary>
internal static class ByteDot
{
    private const int Lanes = 16;

    /// <summary>Bytes whose products cannot leave 32 bits: 2^15 products of at most 2^14 each.</summary>
    private const int Chunk = 1 << 15;

    /// <summary>The dot product of rows of one length.</summary>
    public static long Of(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = 0L;
        while (left.Length > Chunk)
        {
            sum += Part(left[..Chunk], right[..Chunk]);
            left = left[Chunk..];
            right = right[Chunk..];
        }

        return sum + Part(left, right);
    }

    /// <summary>The same without processor-specific instructions.</summary>
    internal static int Portable(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static int Part(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        if (!Avx2.IsSupported)
        {
            return Portable(left, right);
        }

        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right[..left.Length]);
        var sums = Vector256<int>.Zero;
        var whole = left.Length / Lanes * Lanes;
        for (nuint i = 0; i < (nuint)whole; i += Lanes)
        {
            sums += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref l, i)), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, i)));
        }

        return Vector256.Sum(sums) + Portable(left[whole..], right[whole..]);
    }
}
