using CsCheck;

namespace Sentinel.Persona.Tests.Statistics;

public sealed class WeightedSeriesTests
{
    [Fact]
    public void EffectiveN_EqualWeights_IsTheCount() => Of(1, 2, 3, 4).EffectiveN.ShouldBe(4);

    [Fact]
    public void EffectiveN_OneHeavyWeight_IsKishsFormula() =>
        new WeightedSeries([1, 2, 3], [2, 1, 1]).EffectiveN.ShouldBe(16.0 / 6, 1e-12);

    [Fact]
    public void Variance_EqualWeights_IsTheSampleVariance() => Of(2, 4, 4, 4, 5, 5, 7, 9).Variance.ShouldBe(32.0 / 7, 1e-12);

    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 3, 2 }, 2.5)]
    [InlineData(new double[] { 7 }, 7)]
    public void Median_EqualWeights_IsTheUsualOne(double[] values, double expected) => Of(values).Median.ShouldBe(expected);

    [Fact]
    public void Median_Weighted_FollowsTheWeight() => new WeightedSeries([1, 2, 3], [1, 1, 5]).Median.ShouldBe(3);

    [Fact]
    public void MedianInterval_TwentyValues_IsThatOfOrderStatistics()
    {
        // Half-width 0.5 +- (1.96 * 0.1118 + 0.025): the 5th and the 15th of twenty, and a little more.
        var interval = Of([.. Enumerable.Range(1, 20).Select(i => (double)i)]).MedianInterval;

        interval.Low.ShouldBe(6);
        interval.High.ShouldBe(15);
    }

    [Fact]
    public void ClusteredError_OneValueRepeatedWithinBlocks_IsThatOfTheBlocks()
    {
        var values = Enumerable.Range(0, 60).Select(i => (double)(i / 10 % 2)).ToArray();
        var weights = values.Select(_ => 1.0).ToArray();
        var apart = new WeightedSeries(values, weights);
        var together = new WeightedSeries(values, weights, [.. Enumerable.Range(0, 60).Select(i => (long)(i / 10))]);

        // Six blocks of a half and a half: error 0.5 * sqrt(6/5) / sqrt(6).
        together.StandardError.ShouldBe(0.5 / Math.Sqrt(5), 1e-9);
        apart.StandardError.ShouldBeLessThan(together.StandardError / 3);
    }

    [Fact]
    public void Intervals_AnySeries_HoldTheirValue() => Series.Sample(series =>
        series.MedianInterval.Contains(series.Median) && (series.EffectiveN <= 1.5 || series.MeanInterval.Contains(series.Mean)));

    [Fact]
    public void Quantiles_AnySeries_DoNotDecrease() => Series.Sample(series =>
    {
        var quantiles = Enumerable.Range(0, 21).Select(i => series.Quantile(i / 20.0)).ToArray();
        return quantiles.Zip(quantiles.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    [Fact]
    public void Values_Scaled_ScaleMeanMedianAndIntervals() => Series.Sample(series =>
    {
        var scaled = series.Select(value => 4 * value);
        return Near(scaled.Median, 4 * series.Median) && Near(scaled.Mean, 4 * series.Mean)
            && Near(scaled.MedianInterval.High, 4 * series.MedianInterval.High);
    });

    [Fact]
    public void Order_Permuted_ChangesNothing() => Gen.Select(Gen.Double[-5, 5].Array[2, 40], Gen.Int).Sample((values, seed) =>
    {
        var shuffled = values.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Near(Of(values).Median, Of(shuffled).Median) && Near(Of(values).Mean, Of(shuffled).Mean);
    });

    private static Gen<WeightedSeries> Series { get; } = Gen.Select(Gen.Double[-100, 100], Gen.Double[0.01, 1]).Array[2, 60]
        .Select(pairs => new WeightedSeries([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)], [.. pairs.Select((_, i) => (long)(i / 5))]));

    private static WeightedSeries Of(params double[] values) => new(values, [.. values.Select(_ => 1.0)]);

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}
