using OMem.Understanding.Prose;

namespace OMem.Tests.Understanding.Prose;

/// <summary>What is not said in the speaker's own voice.</summary>
public sealed class ProseMaskTests
{
    [Theory]
    [InlineData("see `code here` ok", "see  ok")]
    [InlineData("see `code", "see `code")]
    [InlineData("a\n```\ncode\n```\nb", "a\n\nb")]
    [InlineData("a ```open to the end", "a ")]
    [InlineData("a ~~~ code ~~~ b", "a  b")]
    [InlineData("he said \"come here now.\" ok", "he said  ok")]
    [InlineData("he said \u201Ccome here now.\u201D ok", "he said  ok")]
    [InlineData("he said \u00ABcome here now.\u00BB ok", "he said  ok")]
    [InlineData("he said 'come here now' ok", "he said  ok")]
    [InlineData("> quoted line\nmine", "\nmine")]
    [InlineData("mine > not quoted", "mine > not quoted")]
    [InlineData("go to https://x.example/I-live-here now", "go to  now")]
    [InlineData("go to www.x.example now", "go to  now")]
    [InlineData("the who are here", "the who are here")]
    public void Of_OtherVoices_AreLeftOut(string text, string expected) => Left(text).ShouldBe(expected);

    [Theory]
    [InlineData("I saw \"Dune\" twice")]
    [InlineData("I read \"The Two Towers\" twice")]
    [InlineData("a \"so called\" friend")]
    [InlineData("a \"never closed quote")]
    [InlineData("the dogs' dinner and the cats' beds")]
    [InlineData("it's rock 'n' roll")]
    public void Of_TitlesAndApostrophes_AreTheSpeakersOwn(string text) => Left(text).ShouldBe(text);

    [Theory]
    [InlineData("he said \"I live in Rome\" ok")]
    [InlineData("he said \"I'm in Rome\" ok")]
    [InlineData("she said \"Is It Far?\" ok")]
    [InlineData("she said \"One two three four five six seven\" ok")]
    public void Of_QuotedSentence_IsNoTitle(string text) => Left(text).ShouldEndWith("said  ok");

    private static string Left(string text)
    {
        var masked = ProseMask.Of(text);
        return string.Concat(text.Where((_, i) => !masked[i]));
    }
}
