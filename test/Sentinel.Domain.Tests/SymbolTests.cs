namespace Sentinel.Domain.Tests;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("btcusdt", "BTCUSDT")]
    [InlineData("@107", "@107")]
    [InlineData("BTC/USD", "BTC/USD")]
    public void Parse_ALegalName_IsKeptInUpperCase(string text, string expected) => Symbol.Parse(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData(" BTC")]
    [InlineData("BTC USD")]
    [InlineData("BTC';DROP TABLE")]
    [InlineData("\u202EBTC")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG")]
    public void Parse_AnIllegalName_SaysWhatIsLegal(string text) =>
        Should.Throw<FormatException>(() => Symbol.Parse(text)).Message.ShouldContain("is no symbol");
}
