using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment.Statistics;

public sealed class SharpeDifferenceTests
{
    [Fact]
    public void Moments_HandExample_GiveTheRatios()
    {
        // Means 1 and 2, variances 1 and 4: ratios 1 and 1.
        var moments = SharpeMoments.Of([0, 2], [0, 4]);

        moments.Difference.ShouldBe(0, 1e-12);
        SharpeMoments.Of([0, 2], [1, 3]).Difference.ShouldBe(1 - 2, 1e-12);
    }

    [Fact]
    public void Gradient_OfEachMoment_IsTheSlope()
    {
        var at = new SharpeMoments(0.1, 0.2, 1.5, 2.5);
        const double Step = 1e-6;

        at.Gradient.ShouldBe(
            [
                ((at with { MeanX = at.MeanX + Step }).Difference - (at with { MeanX = at.MeanX - Step }).Difference) / (2 * Step),
                ((at with { MeanY = at.MeanY + Step }).Difference - (at with { MeanY = at.MeanY - Step }).Difference) / (2 * Step),
                ((at with { SquareX = at.SquareX + Step }).Difference - (at with { SquareX = at.SquareX - Step }).Difference) / (2 * Step),
                ((at with { SquareY = at.SquareY + Step }).Difference - (at with { SquareY = at.SquareY - Step }).Difference) / (2 * Step),
            ],
            1e-6);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.25)]
    [InlineData(-0.5, 0.25)]
    [InlineData(0.75, 0.03125)]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    public void Parzen_KnownPoints_HaveTheirWeight(double x, double weight) => LongRunCovariance.Parzen(x).ShouldBe(weight, 1e-12);

    [Fact]
    public void LongRunVariance_OfWhiteNoise_IsItsVariance()
    {
        var noise = Normal(20_000, 3);

        LongRunCovariance.Form([noise], [2]).ShouldBe(4, 0.25);
    }

    [Fact]
    public void LongRunVariance_OfAMovingAverage_IsLargerThanItsVariance()
    {
        // x_t = e_t + e_{t-1}: variance 2, long-run variance 4.
        var noise = Normal(20_001, 5);
        double[] series = [.. noise.Skip(1).Zip(noise, (now, before) => now + before)];

        LongRunCovariance.Form([series], [1]).ShouldBe(4, 0.5);
    }

    [Fact]
    public void Test_IndependentNormalReturns_HaveTheErrorOfMemmel()
    {
        const int Count = 4_000;
        double[] x = [.. Normal(Count, 1).Select(value => 0.05 + value)];
        double[] y = [.. Normal(Count, 2).Select(value => 0.05 + value)];

        var test = SharpeDifference.Test(x, y, block: 5, resamples: 200, seed: 1);

        // sqrt((2 + (s1^2 + s2^2) / 2) / T) for no correlation.
        test.StandardError.ShouldBe(Math.Sqrt(2.0025 / Count), 0.003);
        test.PValue.ShouldBeGreaterThan(0.05);
    }

    [Fact]
    public void Test_OneClearlyBetter_IsFound()
    {
        double[] x = [.. Normal(400, 1).Select(value => 0.5 + value)];
        var y = Normal(400, 2);

        var test = SharpeDifference.Test(x, y, block: 5, resamples: 499, seed: 1);

        test.Difference.ShouldBeGreaterThan(0.3);
        test.PValue.ShouldBe(0.002, 1e-9);
    }

    [Fact]
    public void Test_NoDifferenceAtAll_RejectsAboutAsOftenAsItSays()
    {
        var rejected = 0;
        for (var round = 0; round < 100; round++)
        {
            rejected += SharpeDifference.Test(Normal(100, 1_000 + round), Normal(100, 5_000 + round), 5, 99, round).PValue <= 0.05 ? 1 : 0;
        }

        rejected.ShouldBeInRange(0, 12);
    }

    [Fact]
    public void Test_SameSeries_IsNoTest() => SharpeDifference.Test(Normal(50, 1), Normal(50, 1), 5, 10, 1).PValue.ShouldBe(double.NaN);

    [Fact]
    public void Test_TooShort_IsRefused() => Should.Throw<ArgumentException>(() => SharpeDifference.Test([1, 2], [1, 2], 5, 10, 1));

    private static double[] Normal(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }
}
