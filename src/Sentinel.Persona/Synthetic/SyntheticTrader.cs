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
        var random = new Random(seed);
        var traits = TraitPopulation.Draw(random, assets);
        return new SyntheticTrader(name, traits, random.Next())
        {
            DriftAt = driftAt,
            TraitsAfter = driftAt is null ? null : TraitPopulation.Change(random, traits),
        };
    }

    /// <summary>Trades on bars of one interval, in any order of symbols. Entries and planned exits trade at a bar's open, stops inside the bar.</summary>
    /// <exception cref="ArgumentException">Bars of an asset are missing, or their intervals differ.</exception>
    public SyntheticHistory Trade(IReadOnlyList<Bar> bars, decimal startingEquity)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(startingEquity);
        return Trade(TradedMarket.Of(bars), startingEquity, DateTimeOffset.MinValue);
    }

    /// <summary>Trades on a market from a time on; bars before serve as its past.</summary>
    internal SyntheticHistory Trade(TradedMarket market, decimal startingEquity, DateTimeOffset from) =>
        new TraderRun(this, market, startingEquity, new Random(_seed)).Trade(from);

    /// <summary>How it behaves at a time.</summary>
    internal TraderTraits At(DateTimeOffset time) => TraitsAfter is { } after && time >= DriftAt ? after : Traits;
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
