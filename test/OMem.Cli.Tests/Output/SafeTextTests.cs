using System.Text;
using CsCheck;
using OMem.Cli.Output;

namespace OMem.Cli.Tests.Output;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain é 😀 שלום", "plain é 😀 שלום")]
    [InlineData("a\nb\r\nc", "a ⏎ b ⏎ c")]
    [InlineData("a\tb", "a b")]
    [InlineData("\u001b[31mred\u0007", "␛[31mred␇")]
    [InlineData("\u007f\u009b2J", "␡\\u009b2J")]
    [InlineData("a\u202Eb\u2066c", "a\\u202eb\\u2066c")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("\0", "␀")]
    public void Line_ControlCharacters_BecomeVisible(string text, string expected) => SafeText.Line(text).ShouldBe(expected);

    [Fact]
    public void Line_LoneSurrogates_AreReplaced() => SafeText.Line("a\ud83db\ude00").ShouldBe("a\uFFFDb\uFFFD");

    [Fact]
    public void Block_LineFeedsAndTabs_Stay() => SafeText.Block("a\r\n\tb\u001b").ShouldBe("a\n\tb␛");

    [Fact]
    public void Line_AnyText_HasNothingThatSteersATerminal() =>
        Gen.String[Gen.Char['\0', '\uFFFF'], 0, 40].Sample(text =>
        {
            var line = SafeText.Line(text);
            line.ShouldNotContain('\u001b');
            line.Any(char.IsControl).ShouldBeFalse();
            new UTF8Encoding(false, true).GetByteCount(line).ShouldBeGreaterThanOrEqualTo(0);
        });

    [Fact]
    public void Markup_MarksOfTheUser_AreShownAsTheyAre() => SafeText.Markup("[red]x[/]").ShouldBe("[[red]]x[[/]]");

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("longer than ten", 10, "longer th…")]
    [InlineData("12345😀678", 7, "12345…")]
    [InlineData("👩‍👩‍👧‍👦 family", 4, "…")]
    public void Shorten_LongText_EndsBetweenCharacters(string text, int length, string expected) => SafeText.Shorten(text, length).ShouldBe(expected);
}
