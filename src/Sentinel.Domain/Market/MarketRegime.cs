namespace Sentinel;

/// <summary>Direction of a market.</summary>
public enum TrendState
{
    /// <summary>Not enough bars.</summary>
    Unknown = 0,

    /// <summary>Sideways.</summary>
    Range = 1,

    /// <summary>Rising.</summary>
    Up = 2,

    /// <summary>Falling.</summary>
    Down = 3,
}

/// <summary>How strongly a market moves against its own past.</summary>
public enum VolatilityState
{
    /// <summary>Not enough bars.</summary>
    Unknown = 0,

    /// <summary>Below the lower quantile.</summary>
    Low = 1,

    /// <summary>Between.</summary>
    Normal = 2,

    /// <summary>Above the upper quantile.</summary>
    High = 3,
}

/// <summary>Trend and volatility of a market at one time.</summary>
/// <param name="Trend">Direction.</param>
/// <param name="Volatility">Strength of movement.</param>
public readonly record struct MarketRegime(TrendState Trend, VolatilityState Volatility)
{
    /// <summary>Not enough bars for either.</summary>
    public static MarketRegime Unknown => default;

    /// <inheritdoc/>
    public override string ToString() => $"{Trend}/{Volatility}".ToLowerInvariant();
}
