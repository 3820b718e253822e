namespace Sentinel.Replay;

/// <summary>What a venue would say of a symbol nobody described: grids that fit its first price.</summary>
public static class Instruments
{
    private static readonly string[] Majors = ["BTC", "ETH", "XBT"];

    /// <summary>An instrument with a price grid of about 1 / 100,000 of the price, lots worth about a hundredth of a unit of money, and the usual fees.</summary>
    /// <param name="symbol">Its name; bitcoin and ether have the narrow spread.</param>
    /// <param name="price">A price that was known first, above 0.</param>
    public static Instrument For(Symbol symbol, decimal price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);
        var magnitude = (int)Math.Floor(Math.Log10((double)price));
        var isMajor = Majors.Any(major => symbol.Value.StartsWith(major, StringComparison.Ordinal));
        return new Instrument
        {
            Symbol = symbol,
            TickSize = PowerOfTen(Math.Clamp(magnitude - 5, -12, 2)),
            LotSize = PowerOfTen(Math.Clamp(-2 - magnitude, -8, 3)),
            Spread = isMajor ? 0.0002m : 0.001m,
        };
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power *= 10m;
        }

        return exponent < 0 ? 1m / power : power;
    }
}
