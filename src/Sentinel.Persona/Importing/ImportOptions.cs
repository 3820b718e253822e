namespace Sentinel.Persona;

/// <summary>How a file of fills is read.</summary>
public sealed record ImportOptions
{
    /// <summary>Its layout; null to find out from the header.</summary>
    public FillLayout? Layout { get; init; }

    /// <summary>Names of the columns, for <see cref="FillLayout.Generic"/>; null to find them by their usual names.</summary>
    public ColumnMapping? Columns { get; init; }

    /// <summary>The offset of times that carry none; null makes such a time a fault.</summary>
    public TimeSpan? AssumeOffset { get; init; }

    /// <summary>For <see cref="FillLayout.Generic"/>: whether nothing can be short, so that what is sold beyond what was bought was held before. The venues' spot layouts are.</summary>
    public bool SpotOnly { get; init; }

    /// <summary>Only rows of this account; null for all.</summary>
    public string? Account { get; init; }

    /// <summary>Whether to check and count only: the result then carries no fills.</summary>
    public bool DryRun { get; init; }

    /// <summary>Faults after which reading stops, at least 1.</summary>
    public int MaxFaults { get; init; } = 50;
}

/// <summary>Layouts that are known.</summary>
public enum FillLayout
{
    /// <summary>Named columns.</summary>
    Generic = 0,

    /// <summary>Binance spot trade history.</summary>
    Binance = 1,

    /// <summary>Coinbase (Pro, Exchange, Advanced) fills report.</summary>
    Coinbase = 2,

    /// <summary>Bybit trade history.</summary>
    Bybit = 3,

    /// <summary>Hyperliquid fills with start positions.</summary>
    Hyperliquid = 4,

    /// <summary>Swaps on decentralised exchanges.</summary>
    DexSwaps = 5,
}

/// <summary>Names of columns in a file; a null one is not there.</summary>
public sealed record ColumnMapping
{
    /// <summary>Time of the trade.</summary>
    public required string Time { get; init; }

    /// <summary>What was traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>BUY or SELL.</summary>
    public required string Side { get; init; }

    /// <summary>Price of one unit.</summary>
    public required string Price { get; init; }

    /// <summary>Units, above 0.</summary>
    public required string Quantity { get; init; }

    /// <summary>Fee in the quote currency.</summary>
    public string? Fee { get; init; }

    /// <summary>Id of the trade.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the order.</summary>
    public string? OrderId { get; init; }

    /// <summary>Whose account.</summary>
    public string? Account { get; init; }
}
