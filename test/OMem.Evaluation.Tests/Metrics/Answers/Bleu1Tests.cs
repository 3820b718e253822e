using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class Bleu1Tests
{
    [Theory]
    [InlineData("the cat sat", "the cat sat", 1)]
    [InlineData("the the the the", "the cat", 0.25)] // clipped to one, longer than the reference: no penalty
    [InlineData("cat", "the cat sat", 0.1353352832366127)] // precision 1, exp(1 - 3/1)
    [InlineData("a cat sat down", "the cat sat", 0.5)]
    [InlineData("dog", "cat", 0)]
    [InlineData("", "cat", 0)]
    [InlineData("Cat.", "cat", 0.5)] // the full stop is a token
    public void Of_Texts_IsClippedPrecisionWithBrevity(string answer, string gold, double expected) => Bleu1.Of(answer, gold).ShouldBe(expected, 1e-9);

    [Fact]
    public void Of_AnyTexts_StaysInRange() => Gen.Select(Gen.String, Gen.String).Sample((answer, gold) => Bleu1.Of(answer, gold).ShouldBeInRange(0, 1));

    [Fact]
    public void Of_SameText_IsOneUnlessEmpty() => Gen.String.Sample(text =>
        Bleu1.Of(text, text).ShouldBe(NltkWords.Of(text.ToLowerInvariant()).Count == 0 ? 0 : 1, 1e-12));
}
