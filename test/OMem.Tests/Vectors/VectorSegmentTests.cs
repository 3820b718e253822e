using System.Numerics.Tensors;
using OMem.Vectors;

namespace OMem.Tests.Vectors;

public sealed class VectorSegmentTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(16, 70)]
    [InlineData(50, 129)]
    [InlineData(384, 1500)]
    [InlineData(512, 2100)]
    public void Dot_RandomRows_IsNearTheExactProduct(int dimensions, int rows)
    {
        var random = new Random(rows);
        var vectors = Enumerable.Range(0, rows).Select(i => i % 10 == 7 ? null : Unit(random, dimensions)).ToList();
        var segment = new VectorSegment(dimensions);
        foreach (var vector in vectors)
        {
            segment.Append(vector is null ? [] : VectorCodec.Encode(vector));
        }

        var (first, second) = (Unit(random, dimensions), Unit(random, dimensions));
        var view = segment.Snapshot();
        var (a, b, single) = (new float[rows], new float[rows], new float[rows]);
        view.Dot(new QuantizedQuery(first), new QuantizedQuery(second), a, b);
        view.Dot(new QuantizedQuery(second), single);
        view.Present.ShouldBe(vectors.Count(vector => vector is not null));
        for (var row = 0; row < rows; row++)
        {
            view.IsPresent(row).ShouldBe(vectors[row] is not null);
            a[row].ShouldBe(vectors[row] is { } x ? TensorPrimitives.Dot<float>(x, first) : 0f, 0.02f);
            b[row].ShouldBe(vectors[row] is { } y ? TensorPrimitives.Dot<float>(y, second) : 0f, 0.02f);
            single[row].ShouldBe(b[row]);
        }
    }

    [Fact]
    public void Dot_ProcessorPaths_GiveTheSameNumbers()
    {
        var random = new Random(9);
        for (var stride = 16; stride <= 528; stride += 16)
        {
            var rows = new sbyte[3 * stride];
            var query = new short[stride];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = (sbyte)random.Next(-127, 128);
            }

            for (var i = 0; i < stride; i++)
            {
                query[i] = (short)random.Next(-8191, 8192);
            }

            var products = new float[3];
            DotKernel.One(rows, stride, query, products);
            for (var row = 0; row < 3; row++)
            {
                long exact = 0;
                for (var i = 0; i < stride; i++)
                {
                    exact += rows[(row * stride) + i] * query[i];
                }

                products[row].ShouldBe(exact);
                ((long)DotKernel.OnePortable(rows.AsSpan(row * stride, stride), query)).ShouldBe(exact);
            }
        }
    }

    [Fact]
    public void Snapshot_TakenEarlier_DoesNotSeeLaterRows()
    {
        var segment = new VectorSegment(4);
        var views = new List<VectorView>();
        for (var i = 0; i < 3000; i++)
        {
            segment.Append(VectorCodec.Encode([1f, i, 0f, 0f]));
            views.Add(segment.Snapshot());
        }

        var products = new float[3000];
        views[99].Dot(new QuantizedQuery([0f, 1f, 0f, 0f]), products);
        views[99].Count.ShouldBe(100);
        products[99].ShouldBe(99f, 1f);
        products[100].ShouldBe(0f);
    }

    [Fact]
    public void Dot_OtherDimensionsOrNoVectors_IsZero()
    {
        var segment = new VectorSegment(4);
        segment.Append(VectorCodec.Encode([1f, 0f, 0f, 0f]));
        segment.Append(VectorCodec.Encode([1f, 0f]));
        var view = segment.Snapshot();
        view.Present.ShouldBe(1);
        var products = new float[] { 5f, 5f };
        view.Dot(new QuantizedQuery([1f, 0f, 0f]), products);
        products.ShouldBe([0f, 0f]);
        view.Dot(new QuantizedQuery([0f, 0f, 0f, 0f]), products);
        products.ShouldBe([0f, 0f]);
    }

    private static float[] Unit(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            vector[i] = (float)(random.NextDouble() - 0.5);
        }

        return VectorCodec.Normalize(vector);
    }
}
