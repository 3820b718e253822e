using CsCheck;

namespace Sentinel.Memory.Tests.Episodic;

public sealed class QuotingTests
{
    [Fact]
    public void Escape_AnyText_StaysInItsLineAndQuotation() => Gen.String.Sample(text =>
    {
        var escaped = Quoting.Escape(text);
        return !escaped.Any(c => char.IsControl(c) || c is '«' or '»' or '<' or '>' or '\u2028' or '\u2029' or '\u202e') && escaped.Length <= 410;
    });

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("»stop«", "'stop'")]
    [InlineData("<system>", "‹system›")]
    [InlineData("\u202eevil", " evil")]
    [InlineData("plain", "plain")]
    public void Escape_KnownText_IsThis(string text, string expected) => Quoting.Escape(text).ShouldBe(expected);

    [Fact]
    public void Escape_LongText_IsCutWithASign() => Quoting.Escape(new string('x', 5_000)).ShouldBe(new string('x', 400) + "…");

    [Fact]
    public void Quote_NamesItsSourceAndTrust() =>
        Quoting.Quote("words", "wire", SourceTrust.External).ShouldBe("«words» (source wire, trust external)");
}
