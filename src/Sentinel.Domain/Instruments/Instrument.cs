namespace Sentinel;

/// <summary>What a venue says about a symbol.</summary>
public sealed record Instrument
{
    /// <summary>Its name.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Smallest step of a price, above 0.</summary>
    public decimal TickSize { get; init; } = 0.01m;

    /// <summary>Smallest step of a quantity, above 0.</summary>
    public decimal LotSize { get; init; } = 0.00001m;

    /// <summary>Smallest value of an order in the quote currency.</summary>
    public decimal MinNotional { get; init; } = 10m;

    /// <summary>The part of a trade's value that a taker pays (0.001 is 10 bp).</summary>
    public decimal TakerFee { get; init; } = 0.001m;

    /// <summary>The part of a trade's value that a maker pays.</summary>
    public decimal MakerFee { get; init; } = 0.0002m;

    /// <summary>The whole spread as a part of the price (0.0002 is 2 bp).</summary>
    public decimal Spread { get; init; } = 0.0002m;

    /// <summary>A price moved down to the tick grid.</summary>
    public decimal FloorToTick(decimal price) => Math.Floor(price / TickSize) * TickSize;

    /// <summary>A price moved up to the tick grid.</summary>
    public decimal CeilingToTick(decimal price) => Math.Ceiling(price / TickSize) * TickSize;

    /// <summary>A quantity moved toward zero to the lot grid.</summary>
    public decimal FloorToLot(decimal quantity) => Math.Truncate(quantity / LotSize) * LotSize;
}
