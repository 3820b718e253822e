namespace Sentinel;

/// <summary>What is known of one symbol's market at one time: computed from bars that had closed by then.</summary>
public sealed record MarketSnapshot
{
    /// <summary>Which market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The time of the reading, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The last closed bar; null before the first.</summary>
    public Bar? LastBar { get; init; }

    /// <summary>Trend and volatility.</summary>
    public MarketRegime Regime { get; init; }

    /// <summary>Average true range of 14 bars (Wilder), in price; null until there are enough bars.</summary>
    public double? Atr { get; init; }

    /// <summary>Standard deviation of one bar's log return (EWMA, lambda 0.94); null until there are enough bars.</summary>
    public double? Sigma { get; init; }

    /// <summary>Further indicators by name ("rsi14", "ema50", "adx14", "bb_upper" ...), in ordinal order of the names; only those with enough bars.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Indicators { get; init; } = [];

    /// <summary>The market's part of the state vector; the position's features are NaN.</summary>
    public required StateVector State { get; init; }

    /// <summary>The value of an indicator, or null.</summary>
    public double? Indicator(string name)
    {
        foreach (var (key, value) in Indicators)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
