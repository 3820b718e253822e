using OMem.Text;

namespace OMem.Tests.Text;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("the")]
    [InlineData("i")]
    [InlineData("don't")]
    [InlineData("dont")]
    [InlineData("didnt")]
    [InlineData("can't")]
    [InlineData("ive")]
    public void IsStopWord_FunctionWord_IsTrue(string word) => StopWords.IsStopWord(word).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("dog")]
    [InlineData("what")]
    [InlineData("The")]
    [InlineData("well")]
    [InlineData("shell")]
    [InlineData("東京")]
    public void IsStopWord_AnythingElse_IsFalse(string word) => StopWords.IsStopWord(word).ShouldBeFalse();

    [Fact]
    public void IsQuestionWord_TheNine_AreTrueAndNotStopWords()
    {
        string[] nine = ["what", "when", "where", "who", "whom", "whose", "which", "how", "why"];

        nine.ShouldAllBe(word => StopWords.IsQuestionWord(word) && !StopWords.IsStopWord(word));
        StopWords.IsQuestionWord("whether").ShouldBeFalse();
    }
}
