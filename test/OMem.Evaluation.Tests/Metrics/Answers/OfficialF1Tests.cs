using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class OfficialF1Tests
{
    private static readonly string[] Some = ["dog", "dogs", "the", "and", "Tokyo", "run,", "running", "7", "May!"];
    private static readonly Gen<string> Words = Gen.Int[0, Some.Length - 1].List[0, 8].Select(places => string.Join(' ', places.Select(place => Some[place])));

    [Theory]
    [InlineData("The dogs ran, quickly!", "a dog ran quickly", 1)] // same stems
    [InlineData("a red kayak", "kayak", 2.0 / 3)] // P 1/2, R 1
    [InlineData("dog dog cat", "dog", 0.5)] // multiset: one of three
    [InlineData("dog dog", "dog dog cat", 0.8)] // P 1, R 2/3
    [InlineData("7 May 2023", "8 May 2023", 2.0 / 3)]
    [InlineData("nothing", "everything else", 0)]
    [InlineData("", "x", 0)]
    [InlineData("the and a", "the", 0)] // nothing is left of either
    [InlineData("5", "5", 1)]
    public void Of_WholeStrings_IsF1OfStems(string answer, string gold, double expected) => OfficialF1.Of(answer, gold).ShouldBe(expected, 1e-9);

    [Fact]
    public void Score_MultiHop_AveragesTheBestPartForEachGoldPart()
    {
        // "chess" is answered in full; the best part for "painting with oil" is "oil": P 1, R 1/3, F1 1/2.
        OfficialF1.Score(1, "oil, chess", "chess, painting with oil").ShouldBe((1 + 0.5) / 2, 1e-9);
        OfficialF1.Score(4, "oil, chess", "chess, painting with oil").ShouldBe(2.0 / 3, 1e-9);
    }

    [Fact]
    public void Score_OpenDomain_ReadsGoldUpToTheFirstSemicolon()
    {
        OfficialF1.Score(3, "yes", "Yes; because she likes it; often").ShouldBe(1);
        OfficialF1.Score(2, "yes", "Yes; because").ShouldBeLessThan(1);
    }

    [Theory]
    [InlineData("No information available.", 1)]
    [InlineData("It is NOT MENTIONED in the chat", 1)]
    [InlineData("I do not know", 0)]
    [InlineData("", 0)]
    public void Score_Adversarial_IsWhetherItSaysSo(string answer, double expected) => OfficialF1.Score(5, answer, "anything").ShouldBe(expected);

    [Fact]
    public void Of_AnyTexts_StaysInRangeAndIsSymmetric() => Gen.Select(Words, Words).Sample((left, right) =>
    {
        var score = OfficialF1.Of(left, right);
        score.ShouldBeInRange(0, 1);
        OfficialF1.Of(right, left).ShouldBe(score, 1e-12);
    });

    [Fact]
    public void Score_AnyString_StaysInRange() => Gen.Select(Gen.String, Gen.String, Gen.Int[1, 5]).Sample((answer, gold, category) =>
        OfficialF1.Score(category, answer, gold).ShouldBeInRange(0, 1));

    [Fact]
    public void Of_SameText_IsOneUnlessNothingIsLeft() => Words.Sample(text =>
        OfficialF1.Of(text, text).ShouldBe(OfficialWords.Stems(text).Count == 0 ? 0 : 1, 1e-12));
}
