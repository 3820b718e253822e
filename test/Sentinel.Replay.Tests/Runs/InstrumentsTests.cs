using CsCheck;

namespace Sentinel.Replay.Tests.Runs;

public sealed class InstrumentsTests
{
    [Fact]
    public void For_AnyPrice_HasGridsThatFitIt() => Gen.Double[-8, 6].Sample(exponent =>
    {
        var price = (decimal)Math.Pow(10, exponent);

        var instrument = Instruments.For(Symbol.Parse("AAA"), price);

        instrument.TickSize.ShouldBeGreaterThan(0m);
        instrument.LotSize.ShouldBeGreaterThan(0m);
        (instrument.TickSize / price).ShouldBeLessThanOrEqualTo(0.001m);
        (instrument.FloorToLot(100m / price) * price).ShouldBeInRange(90m, 100m);
    });

    [Fact]
    public void For_APriceThatIsNone_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Instruments.For(Symbol.Parse("AAA"), 0m));

    [Theory]
    [InlineData("BTCUSDT", 0.0002)]
    [InlineData("DOGEUSDT", 0.001)]
    public void For_Majors_HaveTheNarrowSpread(string symbol, double spread) => Instruments.For(Symbol.Parse(symbol), 10m).Spread.ShouldBe((decimal)spread);
}
