using CsCheck;
using OMem.Consolidation;

namespace OMem.Tests.Consolidation;

public sealed class GrowingListTests
{
    [Fact]
    public void Append_AnyBranching_EveryListKeepsWhatItHeld() => Gen.Int[0, 100].Array[1, 80].Sample(choices =>
    {
        var lists = new List<(IReadOnlyList<int> Made, int[] Expected)> { ([], []) };
        foreach (var choice in choices)
        {
            // Mostly the newest list grows; now and then an older one, which must not write over the newer.
            var (made, expected) = choice < 80 ? lists[^1] : lists[choice % lists.Count];
            lists.Add((GrowingList<int>.Append(made, choice), [.. expected, choice]));
        }

        foreach (var (made, expected) in lists)
        {
            made.ShouldBe(expected);
            made.Count.ShouldBe(expected.Length);
            Enumerable.Range(0, made.Count).Select(i => made[i]).ShouldBe(expected);
        }
    });

    [Fact]
    public void Item_PastTheEndOfASharedStorage_Throws()
    {
        var shorter = GrowingList<int>.Append([], 1);
        GrowingList<int>.Append(shorter, 2);
        Should.Throw<ArgumentOutOfRangeException>(() => shorter[1]);
        Should.Throw<ArgumentOutOfRangeException>(() => shorter[-1]);
    }
}
