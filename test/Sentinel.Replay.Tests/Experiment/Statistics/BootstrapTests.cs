using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment.Statistics;

public sealed class BootstrapTests
{
    [Fact]
    public void Indices_SameSeed_AreTheSame() =>
        StationaryBootstrap.Indices(new Random(5), 40, 5).ShouldBe(StationaryBootstrap.Indices(new Random(5), 40, 5));

    [Fact]
    public void Indices_MeanBlock_IsTheMeanLengthOfRuns()
    {
        const int Count = 100_000;
        var indices = StationaryBootstrap.Indices(new Random(1), Count, 5);

        var breaks = indices.Zip(indices.Skip(1)).Count(pair => pair.Second != (pair.First + 1) % Count);

        ((double)Count / breaks).ShouldBe(5, 0.15);
        indices.ShouldAllBe(index => index >= 0 && index < Count);
    }

    [Fact]
    public void Indices_EndlessBlock_WrapAround()
    {
        var indices = StationaryBootstrap.Indices(new Random(2), 10, 1e9);

        indices.Order().ShouldBe(Enumerable.Range(0, 10));
        indices.Zip(indices.Skip(1)).ShouldAllBe(pair => pair.Second == (pair.First + 1) % 10);
    }

    [Fact]
    public void Plan_EachResample_DrawsAsManyUsersWithAllTheirDays()
    {
        var plan = ResamplePlan.Draw(3, [7, 7, 7, 7], 3, 50);
        double[] ones = [.. Enumerable.Repeat(1.0, 28)];
        double[] first = [.. Enumerable.Range(0, 28).Select(day => day < 7 ? 1.0 : 0)];

        for (var sample = 0; sample < plan.Count; sample++)
        {
            plan.Sum(sample, ones).ShouldBe(28);

            // A user is drawn whole or not at all.
            (plan.Sum(sample, first) % 7).ShouldBe(0);
        }
    }

    [Fact]
    public void Plan_OtherNumberOfValues_IsRefused() => Should.Throw<ArgumentException>(() => ResamplePlan.Draw(1, [3], 2, 1).Sum(0, [1, 2]));

    [Fact]
    public void Ratio_HandExample_PoolsSums()
    {
        var ratio = new Ratio([1, 0, 3], [2, 4, 4]);

        ratio.Value.ShouldBe(0.4, 1e-12);
        new Ratio([1], [0]).Value.ShouldBe(double.NaN);
    }

    [Fact]
    public void Difference_OfAnArmWithItself_IsZeroInEachResample()
    {
        var plan = ResamplePlan.Draw(9, [10, 10, 10], 4, 200);
        var random = new Random(4);
        var ratio = new Ratio([.. Enumerable.Range(0, 30).Select(_ => random.NextDouble())], [.. Enumerable.Repeat(1.0, 30)]);

        double[] replicates = [.. ratio.Replicates(plan).Zip(ratio.Replicates(plan), (left, right) => left - right)];
        var estimate = Estimate.OfDifference(0, replicates);

        estimate.PValue.ShouldBe(1);
        (estimate.Low, estimate.High).ShouldBe((0, 0));
    }

    [Fact]
    public void Difference_FarFromZero_HasTheSmallestP()
    {
        double[] replicates = [.. Enumerable.Range(0, 999).Select(i => 5 + (0.001 * (i - 499)))];

        var estimate = Estimate.OfDifference(5, replicates);

        estimate.PValue.ShouldBe(0.001, 1e-12);
        estimate.Low.ShouldBe(5 - 0.474, 0.002);
        estimate.High.ShouldBe(5 + 0.474, 0.002);
    }

    [Fact]
    public void Estimate_NothingToComputeFrom_IsNone()
    {
        Estimate.Of(double.NaN, [1, 2]).Value.ShouldBe(double.NaN);
        Estimate.OfDifference(1, [double.NaN]).PValue.ShouldBe(double.NaN);
    }

    [Fact]
    public void Interval_OverSimulatedUsers_HoldsTheTruthAboutAsOftenAsItSays()
    {
        // Each user has a rate of their own: days of one user are alike, so that only a draw of users gives an honest interval.
        const int Worlds = 150;
        var random = new Random(7);
        var held = 0;
        for (var world = 0; world < Worlds; world++)
        {
            double[] numerator = [.. Enumerable.Range(0, 25).SelectMany(_ => Enumerable.Repeat(0.3 + (0.2 * (random.NextDouble() - 0.5)), 8))];
            var ratio = new Ratio(numerator, [.. Enumerable.Repeat(1.0, 200)]);
            var estimate = Estimate.Of(ratio.Value, ratio.Replicates(ResamplePlan.Draw(world, [.. Enumerable.Repeat(8, 25)], 3, 200)));
            held += estimate.Low <= 0.3 && estimate.High >= 0.3 ? 1 : 0;
        }

        ((double)held / Worlds).ShouldBeInRange(0.86, 0.99);
    }
}
