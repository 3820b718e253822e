using CsCheck;
using OMem.Asking;

namespace OMem.Tests.Asking;

public sealed class AnswerTextTests
{
    private static readonly string[] Ids = ["D1:3", "D1:31", "m 7", "x,y", "a"];

    [Fact]
    public void Read_AnswerAndSources_AreTakenApart()
    {
        var answer = Read("7 May 2023\nSOURCES: D1:3, m 7");

        (answer.Text, answer.IsAbstention, answer.Choice).ShouldBe(("7 May 2023", false, null));
        answer.Citations.ShouldBe(["D1:3", "m 7"]);
    }

    [Theory]
    [InlineData("Rex\nSources: [D1:31]", "D1:31")]
    [InlineData("Rex\n**SOURCES:** \"D1:31\" and `D1:3`.", "D1:31,D1:3")]
    [InlineData("Rex\n\n  SOURCES: x,y; D1:3", "x,y,D1:3")]
    [InlineData("Rex\nSOURCES: D1:3, D1:3", "D1:3")]
    [InlineData("Rex\nSOURCES: D9:9, D1:310, xD1:3", "")]
    [InlineData("Rex\nSOURCES:", "")]
    [InlineData("Rex", "")]
    public void Read_Sources_KeepsOnlyWhatWasRecalled(string raw, string expected)
    {
        var answer = Read(raw);

        answer.Text.ShouldBe("Rex");
        string.Join(',', answer.Citations).ShouldBe(expected);
    }

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData("unknown.")]
    [InlineData("**UNKNOWN**\nSOURCES: D1:3")]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("SOURCES: D1:3")]
    public void Read_NotKnown_IsAnAbstentionWithoutSources(string raw)
    {
        var answer = Read(raw, choices: 4);

        (answer.Text, answer.IsAbstention, answer.Choice).ShouldBe(("", true, null));
        answer.Citations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Unknown Pleasures", "Unknown Pleasures")]
    [InlineData("His sources: the library\nand a friend", "His sources: the library\nand a friend")]
    public void Read_WordsThatOnlyLookAlike_AreTheAnswer(string raw, string text) => Read(raw).Text.ShouldBe(text);

    [Theory]
    [InlineData("(b)", 1)]
    [InlineData("(B) because she moved", 1)]
    [InlineData("b", 1)]
    [InlineData("b) Berlin", 1)]
    [InlineData("**c.**", 2)]
    [InlineData("I think <final_answer> (d)", 3)]
    [InlineData("(a) is wrong, so <final_answer>(c)</final_answer>", 2)]
    [InlineData("(a) or (b)", null)]
    [InlineData("(e)", null)]
    [InlineData("Berlin", null)]
    [InlineData("a house", 0)]
    [InlineData("(ä)", null)]
    public void Read_MultipleChoice_FindsTheOneLetter(string raw, int? expected) => Read(raw, choices: 4).Choice.ShouldBe(expected);

    [Fact]
    public void Read_AnyText_NeverNamesWhatWasNotRecalled() => Gen.String.Sample(text =>
    {
        var answer = AnswerText.Read(text + "\nSOURCES: " + text, 4, Ids);

        answer.Citations.ShouldBeSubsetOf(Ids);
        answer.Citations.ShouldBeUnique();
        (answer.Choice is null or (>= 0 and < 4)).ShouldBeTrue();
    });

    private static AnswerText Read(string raw, int choices = 0) => AnswerText.Read(raw, choices, Ids);
}
