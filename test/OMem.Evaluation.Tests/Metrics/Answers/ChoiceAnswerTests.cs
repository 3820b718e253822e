namespace OMem.Evaluation.Tests;

public sealed class ChoiceAnswerTests
{
    [Theory]
    [InlineData("<final_answer> (c)", true)]
    [InlineData("<final_answer>(C)</final_answer>", true)]
    [InlineData("I think (a) or (b), but <final_answer> c", true)]
    [InlineData("<final_answer> (a) <final_answer> (c)", true)] // the last marker counts
    [InlineData("(c)", true)]
    [InlineData("The answer is c.", true)] // no parentheses: letters that stand alone
    [InlineData("It is a good one: c", false)] // "a" stands alone too
    [InlineData("(c) or (d)", false)]
    [InlineData("<final_answer> none of them", false)]
    [InlineData("", false)]
    [InlineData("<final_answer> (a)", false)]
    [InlineData("<final_answer> (c) is better than (c)", true)]
    [InlineData("(z) <final_answer>", false)]
    public void IsRight_Reply_FollowsTheOfficialReading(string reply, bool expected) =>
        ChoiceAnswer.IsRight(reply, 'c', 4).ShouldBe(expected);

    [Fact]
    public void IsRight_WrongAfterMarkerButOnlyOneInTheWhole_IsRightByTheSecondTest() =>
        ChoiceAnswer.IsRight("My choice: (c) <final_answer> that one", 'c', 4).ShouldBeTrue();

    [Theory]
    [InlineData("(b)", true)]
    [InlineData("d", true)]
    [InlineData("(e)", false)]
    [InlineData("no idea", false)]
    public void IsReadable_Reply_IsWhetherAnOptionIsNamed(string reply, bool expected) => ChoiceAnswer.IsReadable(reply, 4).ShouldBe(expected);
}
