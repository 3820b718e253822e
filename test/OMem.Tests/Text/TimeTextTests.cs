using OMem.Text.Times;

namespace OMem.Tests.Text;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("one two, three", "one two three")]
    [InlineData("one. Two", "one|two")]
    [InlineData("Dec. 5", "dec 5")]
    [InlineData("in May. 2022 was", "in may|2022 was")]
    [InlineData("one (two) three", "one|two|three")]
    [InlineData("one - two \u2013 three", "one two three")]
    [InlineData("one: two", "one|two")]
    [InlineData("5:30 5/7 2.5 a/b a.b", "5 30 5 7 2 5 a|b a|b")]
    [InlineData("last year's trip", "last year trip")]
    [InlineData("last year’s trip", "last year trip")]
    [InlineData("one\ntwo", "one two")]
    [InlineData("one\n\n\n\n\n\ntwo", "one|two")]
    [InlineData("one 🎉 two", "one|two")]
    [InlineData("東京", "東|東京|京")]
    [InlineData("", "")]
    public void EnterRun_Text_CutsWhereNoExpressionReaches(string source, string expected)
    {
        var text = new TimeText(source, source.Length);
        var runs = new List<string>();
        for (var first = 0; first < text.Tokens.Count;)
        {
            var end = text.EnterRun(first);
            runs.Add(string.Join(' ', Enumerable.Range(first, end - first).Select(text.Word)));
            first = end;
        }

        string.Join('|', runs).ShouldBe(expected);
    }

    [Fact]
    public void Word_OutsideTheRun_IsEmpty()
    {
        var text = new TimeText("One. Two three", 14);
        text.EnterRun(1);

        text.Word(0).ShouldBeEmpty();
        text.Word(-1).ShouldBeEmpty();
        text.Word(1).ShouldBe("two");
        text.Word(3).ShouldBeEmpty();
        text.Capitalized(0).ShouldBeFalse();
        text.Capitalized(1).ShouldBeTrue();
        text.Capitalized(2).ShouldBeFalse();
    }

    [Fact]
    public void JoinedByAndDashAfter_LookAtTheSignBetween()
    {
        var text = new TimeText("5:30 a-b c - d", 14);
        text.EnterRun(0);

        text.JoinedBy(0, ':').ShouldBeTrue();
        text.JoinedBy(0, '.').ShouldBeFalse();
        text.JoinedBy(-1, ':').ShouldBeFalse();
        text.JoinedBy(99, ':').ShouldBeFalse();
        text.DashAfter(2).ShouldBeTrue();
        text.DashAfter(4).ShouldBeTrue();
        text.DashAfter(0).ShouldBeFalse();
        text.DashAfter(99).ShouldBeFalse();
    }

    [Fact]
    public void Tokens_LengthGiven_StopThere() =>
        new TimeText("one two three", 7).Tokens.ConvertAll(token => token.Text).ShouldBe(["one", "two"]);
}
