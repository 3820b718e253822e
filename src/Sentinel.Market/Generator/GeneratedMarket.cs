namespace Sentinel.Market;

/// <summary>Generated bars and what nobody who trades them can see.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Bars">The bars, oldest first, without gaps.</param>
/// <param name="Truth">What was planted.</param>
public sealed record GeneratedMarket(BarGeneratorOptions Options, IReadOnlyList<Bar> Bars, MarketTruth Truth);

/// <summary>What was planted. For evaluation; a decision that reads it looks into the future.</summary>
public sealed record MarketTruth
{
    /// <summary>The planted regimes, oldest first, without holes.</summary>
    public required IReadOnlyList<TrueRegime> Regimes { get; init; }

    /// <summary>The planted episodes, oldest first; they do not overlap.</summary>
    public required IReadOnlyList<PlantedEpisode> Episodes { get; init; }

    /// <summary>The hidden value at the close of each bar.</summary>
    public required IReadOnlyList<double> Values { get; init; }
}

/// <summary>A stretch of bars in one planted regime.</summary>
/// <param name="FirstBar">Index of its first bar.</param>
/// <param name="Bars">How many bars.</param>
/// <param name="Regime">Trend and volatility.</param>
public sealed record TrueRegime(int FirstBar, int Bars, MarketRegime Regime);

/// <summary>A planted shock and what followed.</summary>
public sealed record PlantedEpisode
{
    /// <summary>A stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Which kind of shock.</summary>
    public required ShockPattern Pattern { get; init; }

    /// <summary>Index of the bar of the shock.</summary>
    public required int Bar { get; init; }

    /// <summary>Open of the bar of the shock, UTC.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>Close of the bar of the shock, UTC: from then on it can be seen.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Close of the last bar of the outcome, UTC.</summary>
    public required DateTimeOffset OutcomeKnownAt { get; init; }

    /// <summary>Direction of the shock: 1 up, -1 down.</summary>
    public required int Side { get; init; }

    /// <summary>Direction of the planted drift afterwards: 1 up, -1 down; 0 in the null world, where none is planted.</summary>
    public required int Outcome { get; init; }

    /// <summary>Whether the outcome is what the pattern says; never in the null world.</summary>
    public required bool FollowedPattern { get; init; }

    /// <summary>Log return from the close of the shock's bar to the end of the outcome, as the bars show it; null when the series ends before.</summary>
    public double? OutcomeReturn { get; init; }
}

/// <summary>Kinds of planted shocks: they differ in what bars show, and in the planted world in what follows.</summary>
public enum ShockPattern
{
    /// <summary>A fall on very high volume. Rises afterwards.</summary>
    Capitulation = 0,

    /// <summary>A fall on ordinary volume. Falls on.</summary>
    Breakdown = 1,

    /// <summary>A rise on very high volume. Rises on.</summary>
    Breakout = 2,

    /// <summary>A rise on ordinary volume. Falls afterwards.</summary>
    Exhaustion = 3,
}
