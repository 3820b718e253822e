namespace Sentinel.Exchange.Simulator;

/// <summary>
/// Prices and fees of fills. Roundings go against the trader: a taker's price to the next tick away (buys up, sells down), fees up, quantities down to the lot.
/// </summary>
internal static class FillPricing
{
    /// <summary>A taker's price: the reference moved by half the spread and <c>k * sqrt(participation)</c>.</summary>
    /// <param name="options">With k.</param>
    /// <param name="instrument">With spread and tick.</param>
    /// <param name="side">Buys pay more, sells get less.</param>
    /// <param name="reference">The open, or the stop price.</param>
    /// <param name="participation">Part of the bar's volume that is taken, 0-1.</param>
    public static decimal Taker(SimulatorOptions options, Instrument instrument, OrderSide side, decimal reference, decimal participation)
    {
        var cost = (instrument.Spread / 2) + (options.SlippageFactor * Money.Sqrt(participation));
        return side is OrderSide.Buy
            ? instrument.CeilingToTick(reference * (1 + cost))
            : Math.Max(instrument.TickSize, instrument.FloorToTick(reference * (1 - cost)));
    }

    /// <summary>What the venue takes for a fill.</summary>
    public static decimal Fee(Instrument instrument, Liquidity liquidity, decimal quantity, decimal price) =>
        Money.CeilingFee(quantity * price * (liquidity is Liquidity.Maker ? instrument.MakerFee : instrument.TakerFee));

    /// <summary>How much worse a price is than the reference, in basis points of it, to four decimals.</summary>
    public static decimal SlippageBp(OrderSide side, decimal price, decimal reference) =>
        decimal.Round((side is OrderSide.Buy ? price - reference : reference - price) / reference * 10_000m, 4, MidpointRounding.ToPositiveInfinity);
}
