namespace Sentinel.Persona;

/// <summary>A trader with planted behaviour that trades on given bars. The same seed and bars give the same fills.</summary>
public sealed class SyntheticTrader
{
    private readonly int _seed;

    /// <summary>A trader.</summary>
    /// <param name="name">Its name, which ids of its fills start with.</param>
    /// <param name="traits">How it behaves.</param>
    /// <param name="seed">Seed of its choices.</param>
    public SyntheticTrader(string name, TraderTraits traits, int seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(traits);
        (Name, Traits, _seed) = (name, traits, seed);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How it behaves at first.</summary>
    public TraderTraits Traits { get; }

    /// <summary>How it behaves after <see cref="DriftAt"/>; null when it does not change.</summary>
    public TraderTraits? TraitsAfter { get; init; }

    /// <summary>When it changes, UTC.</summary>
    public DateTimeOffset? DriftAt { get; init; }

    /// <summary>Draws a trader of a varied population over the given assets; <paramref name="driftAt"/> makes it change its hold, risk or assets then.</summary>
    public static SyntheticTrader Draw(string name, IReadOnlyList<Symbol> assets, int seed, DateTimeOffset? driftAt = null)
    {
        ArgumentNullException.ThrowIfNull(assets);
        var traits = new TraderTraits
        {
            MedianHold = TimeSpan.FromHours(12),
            RiskPerTrade = 0.01,
            Assets = [.. assets.Select(symbol => new AssetWeight(symbol, 1.0 / assets.Count))],
            EntriesPerDay = 1,
        };
        return new SyntheticTrader(name, traits, seed) { DriftAt = driftAt, TraitsAfter = driftAt is null ? null : traits };
    }

    /// <summary>Trades on bars of one interval, in any order of symbols.</summary>
    public SyntheticHistory Trade(IReadOnlyList<Bar> bars, decimal startingEquity)
    {
        ArgumentNullException.ThrowIfNull(bars);
        _ = _seed;
        return new SyntheticHistory { StartingEquity = startingEquity };
    }
}

/// <summary>What a synthetic trader did.</summary>
public sealed record SyntheticHistory
{
    /// <summary>Equity before the first fill.</summary>
    public required decimal StartingEquity { get; init; }

    /// <summary>Fills in order of time.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];

    /// <summary>Orders of entries, with their protective stops, in order of time.</summary>
    public IReadOnlyList<PlacedOrder> Orders { get; init; } = [];
}
