using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment.Statistics;

public sealed class HolmTests
{
    [Fact]
    public void Adjust_KnownExample_IsThatOfTheLiterature() =>
        Holm.Adjust([0.01, 0.04, 0.03, 0.005]).ShouldBe([0.03, 0.06, 0.06, 0.02], 1e-12);

    [Fact]
    public void Adjust_One_IsItself() => Holm.Adjust([0.04]).ShouldBe([0.04]);

    [Fact]
    public void Adjust_LargeOnes_StopAtOne() => Holm.Adjust([0.6, 0.7]).ShouldBe([1, 1]);

    [Fact]
    public void Adjust_NoTest_StaysNoneAndDoesNotCount()
    {
        var adjusted = Holm.Adjust([0.02, double.NaN, 0.03]);

        adjusted[0].ShouldBe(0.04, 1e-12);
        adjusted[1].ShouldBe(double.NaN);
        adjusted[2].ShouldBe(0.04, 1e-12);
    }

    [Fact]
    public void Adjust_AnyFamily_KeepsOrderAndNeverLowers()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            double[] raw = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => random.NextDouble())];

            var adjusted = Holm.Adjust(raw);

            adjusted.Zip(raw).ShouldAllBe(pair => pair.First >= pair.Second && pair.First <= 1);
            var order = Enumerable.Range(0, raw.Length).OrderBy(i => raw[i]).ToArray();
            order.Zip(order.Skip(1)).ShouldAllBe(pair => adjusted[pair.First] <= adjusted[pair.Second]);
        }
    }
}
