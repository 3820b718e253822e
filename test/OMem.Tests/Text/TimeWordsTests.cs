using OMem.Text;

namespace OMem.Tests.Text;

public sealed class TimeWordsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("I went there yesterday", 1)]
    [InlineData("three years ago in June 2021", 4)]
    [InlineData("we may march on", 0)]
    [InlineData("May I march?", 0)]
    [InlineData("we met in May and in March", 2)]
    [InlineData("on 7 may", 2)]
    [InlineData("march 3rd", 2)]
    [InlineData("the second one sat in the sun", 0)]
    [InlineData("Last week, Saturday at 10am", 4)]
    public void CountTimeWords_Text_CountsWordsAndNumbers(string text, int expected) =>
        TimeWords.CountTimeWords(Tokenizer.Tokenize(text)).ShouldBe(expected);

    [Theory]
    [InlineData("", 0)]
    [InlineData("You told them", 0)]
    [InlineData("I'm glad my sister helped us", 3)]
    [InlineData("IM SURE WE CAN", 2)]
    public void CountFirstPerson_Text_CountsTheWords(string text, int expected) =>
        TimeWords.CountFirstPerson(Tokenizer.Tokenize(text)).ShouldBe(expected);

    [Theory]
    [InlineData("How are you?", true)]
    [InlineData("Really? 😊", true)]
    [InlineData("\"Is it?\"  \n", true)]
    [InlineData("What?!", true)]
    [InlineData("本当？", true)]
    [InlineData("كيف حالك؟", true)]
    [InlineData("Is it? No.", false)]
    [InlineData("", false)]
    [InlineData("!!!", false)]
    [InlineData("I asked why", false)]
    public void EndsWithQuestion_Text_LooksAtItsLastSign(string text, bool expected) =>
        TimeWords.EndsWithQuestion(text).ShouldBe(expected);

    [Fact]
    public void EndsWithQuestion_MarkFarBeforeManySigns_IsNotSearchedFor() =>
        TimeWords.EndsWithQuestion("so?" + new string('.', 1_000_000)).ShouldBeFalse();
}
