using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class KendallTauTests
{
    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 1, 2, 3 }, 1)]
    [InlineData(new[] { 1, 2, 3 }, new[] { 3, 2, 1 }, -1)]
    [InlineData(new[] { 1, 2, 3, 4 }, new[] { 1, 2, 4, 3 }, 4.0 / 6)]
    [InlineData(new[] { 1, 2, 3 }, new[] { 1, 2, 2 }, 0.8164965809277261)] // 2 / sqrt(3 x 2)
    [InlineData(new[] { 1, 2, 3 }, new[] { 4, 4, 4 }, 0)]
    [InlineData(new int[0], new int[0], 0)]
    public void B_Orders_CountsAgreeingPairs(int[] left, int[] right, double expected) => KendallTau.B(left, right).ShouldBe(expected, 1e-12);

    [Fact]
    public void B_AnyOrders_IsSymmetricAndInRange() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).List[0, 9].Sample(pairs =>
    {
        int[] left = [.. pairs.Select(p => p.Item1)], right = [.. pairs.Select(p => p.Item2)];
        var tau = KendallTau.B(left, right);
        tau.ShouldBeInRange(-1 - 1e-12, 1 + 1e-12);
        KendallTau.B(right, left).ShouldBe(tau, 1e-12);
    });

    [Fact]
    public void B_DifferentLengths_Throws() => Should.Throw<ArgumentException>(() => KendallTau.B([1], [1, 2]));
}
