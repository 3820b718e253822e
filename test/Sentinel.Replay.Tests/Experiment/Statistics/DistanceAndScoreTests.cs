using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment.Statistics;

public sealed class DistanceAndScoreTests
{
    [Theory]
    [InlineData(new double[] { 1, 0 }, new double[] { 0, 1 }, 1)]
    [InlineData(new double[] { 3, 1 }, new double[] { 6, 2 }, 0)]
    [InlineData(new double[] { 1, 0 }, new double[] { 0.5, 0.5 }, 0.55792304528)]
    [InlineData(new double[] { 1, 0, 0 }, new double[] { 0, 1, 0 }, 1)]
    public void JensenShannon_KnownPairs_HaveTheirDistance(double[] left, double[] right, double distance)
    {
        JensenShannon.Distance(left, right).ShouldBe(distance, 1e-9);
        JensenShannon.Distance(right, left).ShouldBe(distance, 1e-9);
    }

    [Fact]
    public void JensenShannon_NothingToCount_IsNoDistance() => JensenShannon.Distance([0, 0], [1, 2]).ShouldBe(double.NaN);

    [Fact]
    public void JensenShannon_OtherBins_IsRefused() => Should.Throw<ArgumentException>(() => JensenShannon.Distance([1], [1, 2]));

    [Fact]
    public void JensenShannon_AnyThree_KeepTheTriangle()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            double[] Draw() => [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())];
            var (a, b, c) = (Draw(), Draw(), Draw());

            JensenShannon.Distance(a, c).ShouldBeLessThanOrEqualTo(JensenShannon.Distance(a, b) + JensenShannon.Distance(b, c) + 1e-12);
        }
    }

    [Theory]
    [InlineData(0.5, true, 0.25)]
    [InlineData(0.8, true, 0.04)]
    [InlineData(0.8, false, 0.64)]
    public void Brier_Forecast_IsTheSquaredDistance(double chance, bool happened, double score) => Scores.Brier(chance, happened).ShouldBe(score, 1e-12);

    [Fact]
    public void Recall_FewerRelevantThanPlaces_CountsWhatCouldBeFound()
    {
        Scores.Recall([true, false, true], relevant: 2, k: 6).ShouldBe(1);
        Scores.Recall([true, false, true], relevant: 50, k: 6).ShouldBe(2.0 / 6);
    }

    [Fact]
    public void Ndcg_KnownList_HasItsValue()
    {
        // (1 + 1/log2 4) / (1 + 1/log2 3)
        Scores.Ndcg([true, false, true], relevant: 2, k: 3).ShouldBe(1.5 / 1.63092975357, 1e-9);
        Scores.Ndcg([true, true], relevant: 2, k: 6).ShouldBe(1, 1e-12);
        Scores.Ndcg([], relevant: 2, k: 6).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void Quantile_FourValues_InterpolatesBetweenThem(double share, double value) => Quantiles.Of([1, 2, 3, 4], share).ShouldBe(value, 1e-12);
}
