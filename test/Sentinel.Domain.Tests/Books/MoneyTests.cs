using CsCheck;

namespace Sentinel.Domain.Tests.Books;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0.000000001", "0.00000001")]
    [InlineData("1.23456789", "1.23456789")]
    [InlineData("1.234567891", "1.23456790")]
    [InlineData("-0.000000015", "-0.00000001")]
    public void CeilingFee_AnyFee_IsNeverBetterForTheTrader(string fee, string expected) =>
        Money.CeilingFee(decimal.Parse(fee, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Share_WholePart_IsAllOfIt() => Money.Share(0.1234567890123456789m, 3, 3.0m).ShouldBe(0.1234567890123456789m);

    [Fact]
    public void Normalize_TrailingZeros_AreGone()
    {
        Money.Normalize(1.500m).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("1.5");
        Money.Normalize(100m).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("100");
        Money.Normalize(0.000m).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("0");
    }

    [Fact]
    public void Sqrt_AnyNumber_SquaresBack() => Gen.Long[0, long.MaxValue].Sample(value =>
    {
        var number = value / 1_000_000_000m;
        var root = Money.Sqrt(number);
        Math.Abs((root * root) - number).ShouldBeLessThanOrEqualTo(number * 1e-20m);
    });

    [Fact]
    public void Sqrt_BelowZero_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Money.Sqrt(-1));

    [Fact]
    public void Symbol_InJson_IsItsName()
    {
        System.Text.Json.JsonSerializer.Serialize(new Dictionary<Symbol, Symbol> { [Fills.Btc] = Fills.Eth }).ShouldBe("""{"BTC":"ETH"}""");
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<Symbol, Symbol>>("""{"BTC":"ETH"}""")![Fills.Btc].ShouldBe(Fills.Eth);
        Should.Throw<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<Symbol>("\"a b\""));
    }
}
