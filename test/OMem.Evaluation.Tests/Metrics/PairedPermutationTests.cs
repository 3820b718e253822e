using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class PairedPermutationTests
{
    [Fact]
    public void P_NoDifference_IsOne() => PairedPermutation.P([0, 0, 0], 100, 1).ShouldBe(1);

    [Fact]
    public void P_OneSidedDifferences_IsNearTheExactShare()
    {
        // Eight equal differences: only all plus and all minus reach the sum, 2 of 256.
        PairedPermutation.P([1, 1, 1, 1, 1, 1, 1, 1], 100_000, 7).ShouldBe(2.0 / 256, 0.001);
    }

    [Fact]
    public void P_ManyClearDifferences_IsTheLeastPossible() =>
        PairedPermutation.P([.. Enumerable.Repeat(0.5, 200)], 999, 1).ShouldBe(0.001, 1e-12);

    [Fact]
    public void P_SignsTurned_IsTheSame() => Gen.Double[-1, 1].Array[1, 70].Sample(differences =>
        PairedPermutation.P([.. differences.Select(d => -d)], 50, 3).ShouldBe(PairedPermutation.P(differences, 50, 3), 1e-12));
}
