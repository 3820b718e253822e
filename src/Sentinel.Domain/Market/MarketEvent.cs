namespace Sentinel;

/// <summary>Something that happened in a market, found by a causal detector or reported by a feed. Never edited: a later confirmation is a record of its own.</summary>
public sealed record MarketEvent
{
    /// <summary>A stable id, the same in every run over the same bars.</summary>
    public required string Id { get; init; }

    /// <summary>What happened: one of <see cref="MarketEventTypes"/>, or another lower-case name.</summary>
    public required string Type { get; init; }

    /// <summary>Where.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Direction: 1 up, -1 down, 0 neither.</summary>
    public int Side { get; init; }

    /// <summary>When it happened (a peak, a shock), UTC.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>From when it could be known: the close of the bar that confirmed it and the delay of the data, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>How far beyond its threshold, 1 is at it.</summary>
    public double Severity { get; init; }

    /// <summary>Numbers behind it, by name, in ordinal order of the names.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Features { get; init; } = [];

    /// <summary>Who found it ("detector@1").</summary>
    public required string Detector { get; init; }
}

/// <summary>The names of the event types that detectors find.</summary>
public static class MarketEventTypes
{
    /// <summary>True range above three times the average true range.</summary>
    public const string AtrShock = "atr_shock";

    /// <summary>A jump in the sense of Lee and Mykland 2008.</summary>
    public const string Jump = "jump";

    /// <summary>Volume far above its baseline.</summary>
    public const string VolumeSpike = "volume_spike";

    /// <summary>Volatility enters (side 1) or leaves (side -1) a high regime.</summary>
    public const string VolatilityRegime = "vol_regime";

    /// <summary>Cumulated returns above the threshold (Page 1954).</summary>
    public const string CusumUp = "cusum_up";

    /// <summary>Cumulated returns below the threshold.</summary>
    public const string CusumDown = "cusum_down";

    /// <summary>A close below the running peak by 10, 20, 30, 50, 75 or 90 %; the depth is a feature.</summary>
    public const string Drawdown = "drawdown";

    /// <summary>A new peak after a drawdown.</summary>
    public const string Recovery = "recovery";

    /// <summary>A trough is confirmed (Lunde and Timmermann 2004).</summary>
    public const string BullTurn = "bull_turn";

    /// <summary>A peak is confirmed.</summary>
    public const string BearTurn = "bear_turn";

    /// <summary>The regime of trend and volatility changed.</summary>
    public const string RegimeChange = "regime";

    /// <summary>The lowest close of the last 250 bars.</summary>
    public const string NewLow = "new_low";

    /// <summary>A fast fall of minutes; whether it comes back is not known yet.</summary>
    public const string FlashFall = "flash_fall";

    /// <summary>A fast fall that did not come back within the hour.</summary>
    public const string SellOff = "sell_off";

    /// <summary>A fast fall that came back.</summary>
    public const string FlashCrash = "flash_crash";

    /// <summary>A coin with a peg trades more than 1 % away from it.</summary>
    public const string Depeg = "depeg";

    /// <summary>A peak or trough dated with knowledge of what came after it; for evaluation only.</summary>
    public const string HindsightCycle = "hindsight:cycle";

    /// <summary>Bars are missing.</summary>
    public const string Gap = "gap";

    /// <summary>News, hacks, outages: text from a feed.</summary>
    public const string News = "news";
}
