using CsCheck;
using OMem.ModelConverter.UseLite;

namespace OMem.Embeddings.Tests.Converter;

public sealed class QuantizedMatrixTests
{
    private const int MaxActivation = 255;

    private static readonly Gen<DenseLayer> Layers = Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5]).SelectMany((pairs, columns) =>
        Gen.OneOf(Gen.Float[-1, 1], Gen.Const(0f), Gen.Float[-1e-30f, 1e-30f], Gen.Float[100, 1_000]).Array[pairs * 2 * columns]
            .Select(weights => new DenseLayer(weights, new float[columns], pairs * 2, columns)));

    [Fact]
    public void ByColumn_AnyWeights_NeverOverflowsSixteenBitsInAPair() => Layers.Sample(layer =>
    {
        var quantized = QuantizedMatrix.ByColumn(layer);
        for (var row = 0; row < layer.Inputs; row += 2)
        {
            for (var column = 0; column < layer.Outputs; column++)
            {
                int first = quantized.Values[(row * layer.Outputs) + column];
                int second = quantized.Values[((row + 1) * layer.Outputs) + column];
                // The extremes over all pairs of unsigned activations.
                (MaxActivation * (Math.Max(first, 0) + Math.Max(second, 0))).ShouldBeLessThanOrEqualTo(short.MaxValue);
                (MaxActivation * (Math.Min(first, 0) + Math.Min(second, 0))).ShouldBeGreaterThanOrEqualTo(short.MinValue);
            }
        }
    });

    [Fact]
    public void ByColumn_AnyWeights_RoundsEachToHalfAStep() => Layers.Sample(layer =>
    {
        var quantized = QuantizedMatrix.ByColumn(layer);
        for (var i = 0; i < layer.Weights.Length; i++)
        {
            var scale = quantized.Scales[i % layer.Outputs];
            Math.Abs((quantized.Values[i] * (double)scale) - layer.Weights[i]).ShouldBeLessThanOrEqualTo(scale * 0.5001);
        }
    });

    [Fact]
    public void ByColumn_SubnormalWeights_StayWithinHalfAStep()
    {
        var quantized = QuantizedMatrix.ByColumn(new([7.5e-42f, -7.5e-42f], [0], 2, 1));
        quantized.Values.ShouldAllBe(value => value == 0);
        quantized.Scales[0].ShouldBeGreaterThan(1.5e-41f);
    }

    [Fact]
    public void ByColumn_ColumnOfZeros_StaysZero()
    {
        var quantized = QuantizedMatrix.ByColumn(new([0, 1, 0, -1], [0, 0], 2, 2));
        quantized.Values.ShouldBe(new sbyte[] { 0, 127, 0, -127 });
        quantized.Scales[0].ShouldBe(0);
    }

    [Fact]
    public void ByColumn_PairOfOneSign_SharesTheRange() =>
        QuantizedMatrix.ByColumn(new([1, 1], [0], 2, 1)).Values.ShouldAllBe(value => value == 63 || value == 64);

    [Fact]
    public void ByColumn_PairTooSmallForAProduct_StillSharesTheRange() =>
        QuantizedMatrix.ByColumn(new([-1e-30f, -1e-30f], [0], 2, 1)).Values.Sum(value => value).ShouldBeInRange(-128, -126);

    [Fact]
    public void ByRow_Rows_HaveTheirOwnScales()
    {
        var quantized = QuantizedMatrix.ByRow([1, -2, 0, 0, 0.5f, 0.25f], 2);
        quantized.Values.ShouldBe(new sbyte[] { 64, -127, 0, 0, 127, 64 });
        quantized.Scales.ShouldBe([2 / 127f, 0, 0.5f / 127]);
    }
}
