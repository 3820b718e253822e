using OMem.Recall;
using OMem.Vectors;

namespace OMem.Tests.Vectors;

public sealed class ColumnMathTests
{
    public static TheoryData<int> Lengths => [0, 1, 3, 7, 8, 9, 31, 511, 512, 513, 5000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Loops_AnyLength_GiveThePlainResult(int length)
    {
        var random = new Random(length);
        var (a, b) = (Values(random, length), Values(random, length));
        ColumnMath.Sum(a).ShouldBe(a.Sum(x => (double)x), 1e-3);
        ColumnMath.SumOfSquares(a, 0.25f).ShouldBe(a.Sum(x => (x - 0.25) * (x - 0.25)), 1e-2);
        var sum = b.ToArray();
        ColumnMath.AddScaled(a, 1.5f, sum);
        var shifted = a.ToArray();
        ColumnMath.ShiftAndScale(shifted, 0.5f, 3f);
        var product = a.ToArray();
        ColumnMath.Multiply(product, b, 2f);
        for (var i = 0; i < length; i++)
        {
            sum[i].ShouldBe(b[i] + (1.5f * a[i]), 1e-5f);
            shifted[i].ShouldBe((a[i] - 0.5f) * 3f, 1e-5f);
            product[i].ShouldBe(a[i] * b[i] * 2f, 1e-5f);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Moments_AnyLength_AreThePlainOnes(int length)
    {
        var values = Values(new Random(length), length);
        var (mean, deviation) = Moments.Of(values);
        var exact = length == 0 ? 0 : values.Average();
        mean.ShouldBe(exact, 1e-5f);
        deviation.ShouldBe(length == 0 ? 0 : (float)Math.Sqrt(values.Average(x => (x - exact) * (x - exact))), 1e-4f);
    }

    [Fact]
    public void Moments_ConstantColumn_HaveNoDeviation()
    {
        var values = new float[1000];
        values.AsSpan().Fill(0.1f);
        Moments.Of(values).ShouldBe((0.1f, 0f));
    }

    private static float[] Values(Random random, int length)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = (float)((random.NextDouble() * 2) - 1);
        }

        return values;
    }
}
