using CsCheck;
using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Estimators;

public sealed class ConcentrationTests
{
    [Fact]
    public void Estimate_HalfThirdFifth_IsTheSumOfSquaresLessItsBias()
    {
        // 0.25 + 0.09 + 0.04 = 0.38; of 100 choices (100 * 0.38 - 1) / 99.
        var estimate = SelectionEstimators.Estimate([0.5, 0.3, 0.2], Choices(50, 30, 20));

        estimate.Value.ShouldBe(37.0 / 99, 1e-12);
        estimate.Interval!.Value.Contains(estimate.Value).ShouldBeTrue();
    }

    [Fact]
    public void Estimate_OneAsset_IsOne() => SelectionEstimators.Estimate([1], Choices(30)).Value.ShouldBe(1);

    [Fact]
    public void Estimate_EqualShares_IsNotBelowTheFloor() => SelectionEstimators.Estimate([0.25, 0.25, 0.25, 0.25], Choices(10, 10, 10, 10)).Value.ShouldBe(0.25);

    [Fact]
    public void Estimate_AnyCounts_LiesInItsIntervalAndItsRange() => Gen.Int[1, 50].Array[1, 8].Sample(counts =>
    {
        var total = (double)counts.Sum();
        var estimate = SelectionEstimators.Estimate([.. counts.Select(count => count / total)], Choices(counts));
        return estimate.Interval!.Value.Contains(estimate.Value) && estimate.Value <= 1 && estimate.Value >= (1.0 / counts.Length) - 1e-12;
    });

    [Fact]
    public void AssetShare_TwoAssets_IsSmoothedWithHalfASampleEach()
    {
        // At one time all weights are equal: 30 entries of 40, prior 0.5 each.
        var fills = Enumerable.Range(0, 40).SelectMany(i => Pair(i, i < 30 ? Btc : Eth)).ToList();
        var profile = Manager(fills, 1).Revealed(At(1));

        var n = profile.Find(AttributeNames.AssetShare, "BTCUSDT")!.EffectiveN;
        profile.Find(AttributeNames.AssetShare, "BTCUSDT")!.Value!.Value.ShouldBe((0.5 + (n * 0.75)) / (1 + n), 1e-3);
        profile.Attributes.Where(a => a.Name == AttributeNames.AssetShare).Sum(a => a.Value!.Value).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void EffectiveAssets_Always_IsOneOverConcentration()
    {
        var fills = Enumerable.Range(0, 40).SelectMany(i => Pair(i, i % 3 == 0 ? Btc : Eth)).ToList();
        var profile = Manager(fills, 1).Revealed(At(1));

        (profile.Find(AttributeNames.EffectiveAssets)!.Value!.Value * profile.Find(AttributeNames.Concentration)!.Value!.Value).ShouldBe(1, 1e-9);
    }

    private static IEnumerable<Fill> Pair(int i, Symbol symbol) =>
        [Buy($"a{i:00}", symbol, 1, 100, i * 0.02), Sell($"b{i:00}", symbol, 1, 101, (i * 0.02) + 0.01)];

    private static WeightedSeries Choices(params int[] counts)
    {
        double[] categories = [.. counts.SelectMany((count, category) => Enumerable.Repeat((double)category, count))];
        return new WeightedSeries(categories, [.. categories.Select(_ => 1.0)]);
    }
}
