namespace Sentinel.Market;

/// <summary>What a generated market is to be like. The same options give the same bars.</summary>
public sealed record BarGeneratorOptions
{
    internal const int MostBars = 10_000_000;

    /// <summary>Decides every random draw.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The symbol of the bars.</summary>
    public Symbol Symbol { get; init; } = Symbol.Parse("SYNUSDT");

    /// <summary>Open of the first bar, UTC.</summary>
    public DateTimeOffset Start { get; init; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Length of a bar: an hour or a day as a rule.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many bars, 1 or more.</summary>
    public int Count { get; init; } = 5000;

    /// <summary>The price before the first bar.</summary>
    public decimal InitialPrice { get; init; } = 30_000m;

    /// <summary>The grid of prices.</summary>
    public decimal TickSize { get; init; } = 0.01m;

    /// <summary>Mean volume of a bar, in the asset.</summary>
    public decimal MeanVolume { get; init; } = 1_000m;

    /// <summary>Standard deviation of a day's log return in the normal state of volatility.</summary>
    public double DailyVolatility { get; init; } = 0.035;

    /// <summary>Whether what follows an event depends on its pattern. Without, the same events happen and nothing can be learnt from them.</summary>
    public MarketWorld World { get; init; } = MarketWorld.Planted;

    /// <summary>Mean number of bars from the end of one planted episode to the next.</summary>
    public double MeanBarsBetweenEpisodes { get; init; } = 60;

    /// <summary>How often what follows is what the pattern says, 0.5-1.</summary>
    public double PatternProbability { get; init; } = 0.8;

    /// <summary>How many bars the outcome of an episode takes.</summary>
    public int OutcomeBars { get; init; } = 12;

    /// <summary>The drift of the outcome a bar, in standard deviations of a bar.</summary>
    public double OutcomeDrift { get; init; } = 0.6;

    /// <summary>Mean number of bars between two changes of trend, and of volatility.</summary>
    public double MeanRegimeBars { get; init; } = 200;

    /// <summary>Drift of a trend a bar, in standard deviations of a bar; none in the null world.</summary>
    public double TrendDrift { get; init; } = 0.06;

    /// <summary>Part of the distance to the hidden value that is made good each bar: by the price, or in the null world by the value.</summary>
    public double ValueReversion { get; init; } = 0.01;

    internal void Validate()
    {
        Check(Start.Offset == TimeSpan.Zero, nameof(Start), "must be UTC");
        Check(Interval > TimeSpan.Zero && Interval <= TimeSpan.FromDays(7), nameof(Interval), "must be above 0 and at most 7 days");
        Check(Count is >= 1 and <= MostBars, nameof(Count), "must be 1-10000000");
        Check(TickSize > 0 && InitialPrice >= TickSize, nameof(TickSize), "must be above 0 and InitialPrice not below it");
        Check(MeanVolume > 0, nameof(MeanVolume), "must be above 0");
        Check(DailyVolatility is > 0 and <= 1, nameof(DailyVolatility), "must be above 0 and at most 1");
        Check(MeanBarsBetweenEpisodes >= 1, nameof(MeanBarsBetweenEpisodes), "must be 1 or more");
        Check(PatternProbability is >= 0.5 and <= 1, nameof(PatternProbability), "must be 0.5-1");
        Check(OutcomeBars is >= 1 and <= MostBars, nameof(OutcomeBars), "must be 1-10000000");
        Check(OutcomeDrift is >= 0 and <= 5, nameof(OutcomeDrift), "must be 0-5");
        Check(MeanRegimeBars >= 1, nameof(MeanRegimeBars), "must be 1 or more");
        Check(TrendDrift is >= 0 and <= 5, nameof(TrendDrift), "must be 0-5");
        Check(ValueReversion is >= 0 and <= 1, nameof(ValueReversion), "must be 0-1");
    }

    private static void Check(bool isValid, string option, string rule)
    {
        if (!isValid)
        {
            throw new ArgumentException($"{option} {rule}", option);
        }
    }
}

/// <summary>Whether a generated market can be learnt from.</summary>
public enum MarketWorld
{
    /// <summary>What follows an event depends on its pattern (W1).</summary>
    Planted = 0,

    /// <summary>The same events, and after them as much movement as in the other world, each bar by a coin of its own (W0).</summary>
    Null = 1,
}
