namespace OMem.Evaluation.Tests;

public sealed class NltkWordsTests
{
    [Theory]
    [InlineData("Good muffins cost $3.88 (roughly 3,36 euros) in New York.", "Good|muffins|cost|$|3.88|(|roughly|3,36|euros|)|in|New|York|.")]
    [InlineData("it's john's, isn't it?", "it|'s|john|'s|,|is|n't|it|?")]
    [InlineData("Dr. Smith came. He left.", "Dr.|Smith|came|.|He|left|.")]
    [InlineData("at 5 p.m. on monday", "at|5|p.m.|on|monday")]
    [InlineData("\"hello\" she said", "``|hello|''|she|said")]
    [InlineData("i cannot gonna", "i|can|not|gon|na")]
    [InlineData("wait... what", "wait|...|what")]
    [InlineData("10:30, then: go", "10:30|,|then|:|go")]
    [InlineData("a -- b", "a|--|b")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    public void Of_Text_SplitsAsNltk(string text, string tokens) =>
        NltkWords.Of(text).ShouldBe(tokens.Split('|', StringSplitOptions.RemoveEmptyEntries));
}
