using OMem.Understanding.Prose;

namespace OMem.Tests.Understanding.Prose;

/// <summary>Text to sentences and words.</summary>
public sealed class ProseReaderTests
{
    [Theory]
    [InlineData("I sing. You dance.", "i sing", "you dance")]
    [InlineData("Wow! Really? Yes", "wow", "really", "yes")]
    [InlineData("line one\nline two", "line one", "line two")]
    [InlineData("Dr. Who met Mr. T. on St. Mark's square.", "dr who met mr t on st mark's square")]
    [InlineData("It costs 3.50 at 5:30.", "it costs 3.50 at 5:30")]
    [InlineData("see node.js docs", "see node js docs")]
    [InlineData("so... well", "so", "well")]
    [InlineData("sun ☀ moon", "sun", "moon")]
    [InlineData("\u662F\u3002\u597D", "\u662F", "\u597D")]
    [InlineData("part-time R&B", "part-time r&b")]
    [InlineData("   ")]
    [InlineData("")]
    [InlineData("?!.")]
    public void Read_Text_GivesItsSentences(string text, params string[] expected) =>
        ProseReader.Read(text).Select(sentence => Words(sentence)).ShouldBe(expected);

    [Theory]
    [InlineData("You sing?", true)]
    [InlineData("You sing.", false)]
    [InlineData("You sing", false)]
    [InlineData("\u0647\u0644 \u061F", true)]
    [InlineData("You sing\uFF1F", true)]
    public void Read_Mark_SaysWhetherItAsks(string text, bool expected) => ProseReader.Read(text).Single().IsQuestion.ShouldBe(expected);

    [Theory]
    [InlineData("a b", nameof(Gap.None))]
    [InlineData("a, b", nameof(Gap.Comma))]
    [InlineData("a/b", nameof(Gap.Comma))]
    [InlineData("a - b", nameof(Gap.Strong))]
    [InlineData("a (b)", nameof(Gap.Strong))]
    [InlineData("a; b", nameof(Gap.Strong))]
    [InlineData("a, - b", nameof(Gap.Strong))]
    public void GapAt_BetweenWords_IsTheWidestMark(string text, string expected) => ProseReader.Read(text)[0].GapAt(1).ToString().ShouldBe(expected);

    [Fact]
    public void Read_Contraction_GivesTwoWordsOverOneSpan()
    {
        const string Text = "well, I don\u2019t";
        var words = ProseReader.Read(Text)[0].Words;

        words.Select(word => word.Text).ShouldBe(["well", "i", "do", "not"]);
        words[2].Start.ShouldBe(words[3].Start);
        Text.Substring(words[3].Start, words[3].Length).ShouldBe("don\u2019t");
    }

    [Fact]
    public void Read_Words_AreWhereTheyStand()
    {
        const string Text = "  Hello,   (big) World! Ok.";
        var words = ProseReader.Read(Text)[0].Words;

        words.Select(word => Text.Substring(word.Start, word.Length)).ShouldBe(["Hello", "big", "World", "Ok"]);
        words.Select(word => word.Capital).ShouldBe([true, false, true, true]);
    }

    [Theory]
    [InlineData("we met Anna", 2, true)]
    [InlineData("Anna met us", 0, false)]
    [InlineData("so I sang", 1, false)]
    [InlineData("we met anna", 2, false)]
    public void IsNameAt_Capital_CountsOnlyWhereItsPlaceDoesNotExplainIt(string text, int index, bool expected) =>
        ProseReader.Read(text)[0].IsNameAt(index).ShouldBe(expected);

    [Fact]
    public void At_BeyondEitherEnd_IsEmpty()
    {
        var sentence = ProseReader.Read("One. two three. Four.")[1];

        sentence.At(sentence.First - 1).ShouldBeEmpty();
        sentence.At(sentence.End).ShouldBeEmpty();
        sentence.GapAt(sentence.End).ShouldBe(Gap.Strong);
        sentence.Matches(sentence.First, "two", "three").ShouldBeTrue();
        sentence.Matches(sentence.First, "two", "three", "four").ShouldBeFalse();
    }

    [Fact]
    public void Read_BeyondTheLimit_IsNotRead()
    {
        var text = string.Concat(Enumerable.Repeat("word ", ProseReader.MaxLength)) + "Zanzibar";

        var sentences = ProseReader.Read(text);

        sentences[^1].Words[^1].End.ShouldBeLessThanOrEqualTo(ProseReader.MaxLength);
        sentences.ShouldAllBe(sentence => sentence.End - sentence.First <= 121);
    }

    private static string Words(Sentence sentence) =>
        string.Join(' ', Enumerable.Range(sentence.First, sentence.End - sentence.First).Select(sentence.At));
}
