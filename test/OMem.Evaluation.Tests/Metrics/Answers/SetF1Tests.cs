using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class SetF1Tests
{
    [Theory]
    [InlineData("The dog", "the dogs", 0.5)] // no stems, "the" counts
    [InlineData("dog dog dog", "dog", 1)] // sets
    [InlineData("Oil-paint, 2023!", "oil paint 2023", 1)]
    [InlineData("a b c", "c d", 0.4)] // P 1/3, R 1/2
    [InlineData("", "x", 0)]
    [InlineData("x", "", 0)]
    [InlineData("it's", "it s", 1)]
    public void Of_Texts_IsF1OfWordSets(string answer, string gold, double expected) => SetF1.Of(answer, gold).ShouldBe(expected, 1e-9);

    [Fact]
    public void Of_AnyTexts_StaysInRangeAndIsSymmetric() => Gen.Select(Gen.String, Gen.String).Sample((left, right) =>
    {
        SetF1.Of(left, right).ShouldBeInRange(0, 1);
        SetF1.Of(right, left).ShouldBe(SetF1.Of(left, right), 1e-12);
    });

    [Fact]
    public void Of_SameWord_IsOne() => Gen.String[Gen.Char['a', 'z'], 1, 10].Sample(word => SetF1.Of(word, word).ShouldBe(1));
}
