using System.Numerics.Tensors;
using OMem.Vectors;

namespace OMem.Tests.Vectors;

public sealed class VectorCodecTests
{
    [Fact]
    public void Encode_Empty_GivesNoBytes()
    {
        VectorCodec.Encode([]).ShouldBeEmpty();
        VectorCodec.Dimensions([]).ShouldBe(0);
        VectorCodec.Decode([]).ShouldBeEmpty();
    }

    [Fact]
    public void Encode_KnownVector_GivesScaleThenBytes()
    {
        VectorCodec.Encode([1.27f, -1.27f, 0f, 0.01f]).ShouldBe([0x0A, 0xD7, 0x23, 0x3C, 127, 129, 0, 1]);
    }

    [Fact]
    public void Encode_Zeros_DecodesToZeros() =>
        VectorCodec.Decode(VectorCodec.Encode(new float[8])).ShouldBe(new float[8]);

    [Fact]
    public void Encode_NotFinite_GivesFiniteValues()
    {
        var decoded = VectorCodec.Decode(VectorCodec.Encode([float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1f]));
        decoded.ShouldAllBe(x => float.IsFinite(x));
        decoded[0].ShouldBe(0f);
        decoded[1].ShouldBe(-decoded[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(384)]
    [InlineData(512)]
    public void Decode_RandomVectors_IsWithinHalfAStep(int dimensions)
    {
        var random = new Random(dimensions);
        for (var round = 0; round < 50; round++)
        {
            var vector = Vector(random, dimensions);
            var decoded = VectorCodec.Decode(VectorCodec.Encode(vector));
            var step = TensorPrimitives.MaxMagnitude<float>(vector);
            for (var i = 0; i < dimensions; i++)
            {
                Math.Abs(decoded[i] - vector[i]).ShouldBeLessThanOrEqualTo(Math.Abs(step) / VectorCodec.MaxValue * 0.501f);
            }
        }
    }

    [Fact]
    public void Cosine_RandomVectors_IsNearTheExactOne()
    {
        var random = new Random(5);
        for (var round = 0; round < 50; round++)
        {
            var (a, b) = (Vector(random, 512), Vector(random, 512));
            var exact = TensorPrimitives.CosineSimilarity<float>(a, b);
            VectorCodec.Cosine(VectorCodec.Encode(a), VectorCodec.Encode(b)).ShouldBe(exact, 0.01f);
        }
    }

    [Fact]
    public void Cosine_MissingOrOtherDimensions_IsZero()
    {
        var a = VectorCodec.Encode([1f, 0f]);
        VectorCodec.Cosine(a, []).ShouldBe(0f);
        VectorCodec.Cosine([], []).ShouldBe(0f);
        VectorCodec.Cosine(a, VectorCodec.Encode([1f, 0f, 0f])).ShouldBe(0f);
        VectorCodec.Cosine(a, VectorCodec.Encode([0f, 0f])).ShouldBe(0f);
    }

    [Fact]
    public void Normalize_AnyVector_HasLengthOne()
    {
        TensorPrimitives.Norm<float>(VectorCodec.Normalize([3f, 4f])).ShouldBe(1f, 1e-6f);
        VectorCodec.Normalize([0f, 0f]).ShouldBe([0f, 0f]);
    }

    private static float[] Vector(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            vector[i] = (float)(random.NextDouble() - 0.5);
        }

        return vector;
    }
}
