namespace OMem.Evaluation.Tests;

public sealed class NaturalComparerTests
{
    [Fact]
    public void Compare_NumbersInNames_GoByValue() =>
        new[] { "c/10/x", "c/9/x", "c/09/x", "b", "c/9", "c/100000000000000000000", "c/99999999999999999999" }
            .Order(NaturalComparer.Instance)
            .ShouldBe(["b", "c/9", "c/09/x", "c/9/x", "c/10/x", "c/99999999999999999999", "c/100000000000000000000"]);

    [Fact]
    public void Compare_Null_ComesFirst()
    {
        NaturalComparer.Instance.Compare(null, "a").ShouldBeLessThan(0);
        NaturalComparer.Instance.Compare("a", null).ShouldBeGreaterThan(0);
        NaturalComparer.Instance.Compare("a", "a").ShouldBe(0);
    }
}
