using OMem.Text.Times;

namespace OMem.Tests.Text;

public sealed class SentenceTenseTests
{
    /// <summary>The word X stands where the time expression would.</summary>
    [Theory]
    [InlineData("We went there X", "Past")]
    [InlineData("X we visited them", "Past")]
    [InlineData("I didn't go X", "Past")]
    [InlineData("I was moving X", "Past")]
    [InlineData("They've been there X", "Past")]
    [InlineData("We will go X", "Future")]
    [InlineData("I'll call you X", "Future")]
    [InlineData("We're moving X", "Future")]
    [InlineData("She is starting X", "Future")]
    [InlineData("He's flying home X", "Future")]
    [InlineData("Let's meet X", "Future")]
    [InlineData("The launch is planned for X", "Future")]
    [InlineData("I can't wait for X", "Future")]
    [InlineData("X is a day", "Unknown")]
    [InlineData("We need food and feed X", "Unknown")]
    [InlineData("I am excited about X", "Unknown")]
    [InlineData("I like singing X", "Unknown")]
    [InlineData("We were there. X is a day. We will go.", "Unknown")]
    [InlineData("We went out!\nX", "Unknown")]
    [InlineData("I went home and will be back X", "Future")]
    [InlineData("I will say that we met X", "Past")]
    [InlineData("She is so good. Morning X", "Unknown")]
    [InlineData("It is spring X", "Unknown")]
    [InlineData("X", "Unknown")]
    public void At_Sentence_FollowsItsNearestTellingWord(string sentence, string expected)
    {
        var text = new TimeText(sentence, sentence.Length);
        var at = text.Tokens.FindIndex(token => token.Text is "x");

        SentenceTense.At(text, at).ShouldBe(Enum.Parse<TimeDirection>(expected));
    }

    [Fact]
    public void At_TellingWordFarAway_IsNotSeen()
    {
        var sentence = "we went " + string.Concat(Enumerable.Repeat("on ", 30)) + "X";
        var text = new TimeText(sentence, sentence.Length);

        SentenceTense.At(text, text.Tokens.Count - 1).ShouldBe(TimeDirection.Unknown);
    }
}
