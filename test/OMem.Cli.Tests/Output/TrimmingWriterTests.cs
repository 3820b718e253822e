using OMem.Cli.Output;

namespace OMem.Cli.Tests.Output;

public sealed class TrimmingWriterTests
{
    [Theory]
    [InlineData("a  \nb\n", "a\nb\n")]
    [InlineData("  a  b  \n\n   \nc", "  a  b\n\n\nc")]
    [InlineData("a ", "a")]
    public void Write_SpacesBeforeALineEnd_AreLeftOut(string text, string expected)
    {
        using var inner = new StringWriter();
        using var writer = new TrimmingWriter(inner);

        writer.Write(text);

        inner.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Write_InPieces_IsTheSameAsWhole()
    {
        using var inner = new StringWriter();
        using var writer = new TrimmingWriter(inner);

        writer.Write("a ");
        writer.Write(" ");
        writer.Write("b ");
        writer.Write("\n");

        inner.ToString().ShouldBe("a  b\n");
    }
}
