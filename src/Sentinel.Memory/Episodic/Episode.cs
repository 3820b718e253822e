namespace Sentinel.Memory;

/// <summary>A situation that was met, what was decided in it, and (apart, once settled) what became of it.</summary>
public sealed record Episode
{
    /// <summary>Its id, to be cited.</summary>
    public required string Id { get; init; }

    /// <summary>The decision taken in it.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Which market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>From when it was known.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The events that were active, oldest first.</summary>
    public IReadOnlyList<MarketEventRef> Events { get; init; } = [];

    /// <summary>Trend and volatility that were known.</summary>
    public MarketRegime Regime { get; init; }

    /// <summary>Market and position in scale-free features.</summary>
    public required StateVector State { get; init; }

    /// <summary>What was decided.</summary>
    public IntentDirection Direction { get; init; }

    /// <summary>Direction of the exposure after the decision: 1, -1 or 0.</summary>
    public int Exposure { get; init; }

    /// <summary>How sure, 0-1.</summary>
    public double Conviction { get; init; }

    /// <summary>Codes of the gate that denied it, or empty.</summary>
    public IReadOnlyList<string> DenialCodes { get; init; } = [];

    /// <summary>How slowly it fades. No outcome enters here.</summary>
    public EpisodeLayer Layer { get; init; }

    /// <summary>It in words, feeds quoted: data, never instructions.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Layers of episodic memory, from the fastest fading.</summary>
public enum EpisodeLayer
{
    /// <summary>No event of note: fades by 14 days.</summary>
    Shallow = 0,

    /// <summary>A shock, a jump, a drawdown: fades by 90 days.</summary>
    Intermediate = 1,

    /// <summary>A turn of the market, news: fades by 365 days.</summary>
    Deep = 2,
}

/// <summary>An episode that was recalled, with what was known of its end at the time of asking.</summary>
/// <param name="Episode">The episode.</param>
/// <param name="Outcome">What became of it: the exit when that was settled by then, else the primary horizon.</param>
/// <param name="MoveAtr">The market's move over the primary horizon in average true ranges; null without a range.</param>
/// <param name="Score">Relevance; comparable inside one result only. No outcome enters here.</param>
/// <param name="Why">What found it ("state 0.82, clues atr_shock").</param>
public sealed record RecalledEpisode(Episode Episode, Outcome Outcome, double? MoveAtr, double Score, string Why)
{
    /// <summary>Whether it ended well: R, or return where there was no stop, above 0; of no exposure, better than holding the asset.</summary>
    public EpisodeEnd End => EpisodeEnds.Of(Outcome);
}

/// <summary>How an episode ended.</summary>
public enum EpisodeEnd
{
    /// <summary>Badly.</summary>
    Lost = 0,

    /// <summary>Well.</summary>
    Won = 1,
}

/// <summary>How situations like the present one went.</summary>
public sealed record EpisodeRecall
{
    /// <summary>Episodes, best first; winners and losers in the proportion of the neighbourhood.</summary>
    public IReadOnlyList<RecalledEpisode> Items { get; init; } = [];

    /// <summary>What the neighbourhood (up to 50) says in numbers.</summary>
    public required EpisodeStatistics Statistics { get; init; }

    /// <summary>Found and left out.</summary>
    public IReadOnlyList<DroppedItem> Dropped { get; init; } = [];

    /// <summary>Why nothing was found; null when something was.</summary>
    public NoneFound? NoneFound { get; init; }
}

/// <summary>Outcomes of a set of episodes, computed by code.</summary>
public sealed record EpisodeStatistics
{
    /// <summary>Below this effective number nothing is claimed.</summary>
    public const double MinimumNEff = 10;

    /// <summary>Episodes.</summary>
    public int N { get; init; }

    /// <summary>Episodes weighted by likeness: (sum w)^2 / sum w^2.</summary>
    public double NEff { get; init; }

    /// <summary>Whether there are enough; when not, every number below is null.</summary>
    public bool IsSufficient => NEff >= MinimumNEff;

    /// <summary>Mean result in R of those with exposure.</summary>
    public double? MeanR { get; init; }

    /// <summary>Median of the same.</summary>
    public double? MedianR { get; init; }

    /// <summary>Share that ended well, shrunk by Beta(1,1).</summary>
    public double? WinRate { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? WinRateLow { get; init; }

    /// <summary>Upper end.</summary>
    public double? WinRateHigh { get; init; }

    /// <summary>Mean R of the worst tenth.</summary>
    public double? WorstDecileR { get; init; }

    /// <summary>Mean move of the market after such situations, in average true ranges, whatever was decided.</summary>
    public double? MeanMoveAtr { get; init; }

    /// <summary>Standard error of the mean move.</summary>
    public double? MoveStandardError { get; init; }

    /// <summary>Share of such situations after which the market rose, shrunk by Beta(1,1).</summary>
    public double? RiseRate { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? RiseRateLow { get; init; }

    /// <summary>Upper end.</summary>
    public double? RiseRateHigh { get; init; }

    /// <summary>The same by regime, in order of the names; no further split.</summary>
    public IReadOnlyList<RegimeStatistics> ByRegime { get; init; } = [];
}

/// <summary>Outcomes in one regime.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Statistics">The numbers.</param>
public sealed record RegimeStatistics(MarketRegime Regime, EpisodeStatistics Statistics);
