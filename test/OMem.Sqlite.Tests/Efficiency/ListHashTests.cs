using CsCheck;
using OMem.Sqlite.Derived;

namespace OMem.Sqlite.Tests.Efficiency;

public sealed class ListHashTests
{
    [Fact]
    public void Of_Prefix_IsTheHashOfTheShorterList() =>
        Gen.Select(Gen.Long.Array[0, 50], Gen.Long.Array[0, 10]).Sample((list, more) =>
            ListHash.Of([.. list, .. more], list.Length).ShouldBe(ListHash.Of(list, list.Length)));

    [Fact]
    public void Of_DifferentLists_Differ() =>
        Gen.Select(Gen.Long[0, 5].Array[0, 6], Gen.Long[0, 5].Array[0, 6]).Sample((a, b) =>
            (ListHash.Of(a, a.Length) == ListHash.Of(b, b.Length)).ShouldBe(a.SequenceEqual(b)));

    [Fact]
    public void Of_Evidence_SeesEveryField()
    {
        Evidence[] variants =
        [
            new(1, "m1", 2, 3), new(2, "m1", 2, 3), new(1, "m2", 2, 3), new(1, "m1", 3, 2), new(1, "m1", 2, 4), new(1, "", 2, 3),
        ];

        variants.Select(static evidence => ListHash.Of([evidence], 1)).ShouldBeUnique();
    }

    [Fact]
    public void Of_KnownList_NeverChanges() => ListHash.Of([1L, 2L, 3L], 3).ShouldBe(ListHash.Of([1L, 2L, 3L, 4L], 3));
}
