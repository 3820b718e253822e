using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OMem.Vectors;

/// <summary>Whole-number dot products of signed-byte rows with 16-bit queries. Every path gives the same numbers.</summary>
internal static class DotKernel
{
    private const int Lanes = 16;

    /// <summary>One query against each row; <paramref name="products"/> tells how many rows.</summary>
    public static void One(ReadOnlySpan<sbyte> rows, int stride, ReadOnlySpan<short> query, Span<float> products)
    {
        for (var row = 0; row < products.Length; row++)
        {
            products[row] = Avx2.IsSupported
                ? OneAvx2(rows.Slice(row * stride, stride), query)
                : OnePortable(rows.Slice(row * stride, stride), query);
        }
    }

    /// <summary>Two queries against each row, each row read once.</summary>
    public static void Two(
        ReadOnlySpan<sbyte> rows, int stride, ReadOnlySpan<short> first, ReadOnlySpan<short> second, Span<float> firstProducts, Span<float> secondProducts)
    {
        if (!Avx2.IsSupported)
        {
            One(rows, stride, first, firstProducts);
            One(rows, stride, second, secondProducts);
            return;
        }

        var row = 0;
        for (; row + 2 <= firstProducts.Length; row += 2)
        {
            TwoByTwoAvx2(rows.Slice(row * stride, 2 * stride), first, second, firstProducts[row..], secondProducts[row..]);
        }

        if (row < firstProducts.Length)
        {
            One(rows[(row * stride)..], stride, first, firstProducts[row..]);
            One(rows[(row * stride)..], stride, second, secondProducts[row..]);
        }
    }

    /// <summary>Two rows by two queries: four sums that do not wait for each other.</summary>
    private static void TwoByTwoAvx2(
        ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> first, ReadOnlySpan<short> second, Span<float> firstProducts, Span<float> secondProducts)
    {
        var stride = rows.Length / 2;
        ref var upper = ref MemoryMarshal.GetReference(rows);
        ref var lower = ref Unsafe.Add(ref upper, stride);
        ref var a = ref MemoryMarshal.GetReference(first[..stride]);
        ref var b = ref MemoryMarshal.GetReference(second[..stride]);
        Vector256<int> upperA = default, upperB = default, lowerA = default, lowerB = default;
        for (nuint i = 0; i < (nuint)stride; i += Lanes)
        {
            var u = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref upper, i));
            var l = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref lower, i));
            var x = Vector256.LoadUnsafe(ref a, i);
            var y = Vector256.LoadUnsafe(ref b, i);
            upperA += Avx2.MultiplyAddAdjacent(u, x);
            upperB += Avx2.MultiplyAddAdjacent(u, y);
            lowerA += Avx2.MultiplyAddAdjacent(l, x);
            lowerB += Avx2.MultiplyAddAdjacent(l, y);
        }

        firstProducts[0] = Vector256.Sum(upperA);
        firstProducts[1] = Vector256.Sum(lowerA);
        secondProducts[0] = Vector256.Sum(upperB);
        secondProducts[1] = Vector256.Sum(lowerB);
    }

    private static int OneAvx2(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref var r = ref MemoryMarshal.GetReference(row);
        ref var q = ref MemoryMarshal.GetReference(query[..row.Length]);
        Vector256<int> even = default, odd = default;
        nuint i = 0;
        for (; i + (2 * Lanes) <= (nuint)row.Length; i += 2 * Lanes)
        {
            even += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, i)), Vector256.LoadUnsafe(ref q, i));
            odd += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, i + Lanes)), Vector256.LoadUnsafe(ref q, i + Lanes));
        }

        if (i < (nuint)row.Length)
        {
            even += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, i)), Vector256.LoadUnsafe(ref q, i));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>The same without processor-specific instructions.</summary>
    internal static int OnePortable(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref var r = ref MemoryMarshal.GetReference(row);
        ref var q = ref MemoryMarshal.GetReference(query[..row.Length]);
        Vector128<int> sum = default;
        for (nuint i = 0; i < (nuint)row.Length; i += Lanes)
        {
            var (rowLow, rowHigh) = Vector128.Widen(Vector128.LoadUnsafe(ref r, i));
            sum += MultiplyAdd(rowLow, Vector128.LoadUnsafe(ref q, i));
            sum += MultiplyAdd(rowHigh, Vector128.LoadUnsafe(ref q, i + (Lanes / 2)));
        }

        return Vector128.Sum(sum);
    }

    private static Vector128<int> MultiplyAdd(Vector128<short> left, Vector128<short> right)
    {
        var (leftLow, leftHigh) = Vector128.Widen(left);
        var (rightLow, rightHigh) = Vector128.Widen(right);
        return (leftLow * rightLow) + (leftHigh * rightHigh);
    }
}
