namespace Sentinel.Agents;

/// <summary>What agents go by: the market's defaults where the trader is not known, the same for every trader, and how models are asked.</summary>
public sealed record AgentSettings
{
    /// <summary>Lean from which on a side is taken, 0-1.</summary>
    public double EntryLean { get; init; } = 0.35;

    /// <summary>Lean against a position from which on it is closed, 0-1.</summary>
    public double ExitLean { get; init; } = 0.5;

    /// <summary>Wished risk at the stop, as a part of equity.</summary>
    public decimal DefaultRisk { get; init; } = 0.01m;

    /// <summary>Distance of the stop in average true ranges.</summary>
    public double DefaultStopAtr { get; init; } = 2;

    /// <summary>How long a view is meant to hold, in bars.</summary>
    public int DefaultHorizonBars { get; init; } = 20;

    /// <summary>Distance of the target in stop distances.</summary>
    public double RewardToRisk { get; init; } = 2;

    /// <summary>Effective number of samples from which on a revealed attribute steers.</summary>
    public double SteeringSample { get; init; } = 50;

    /// <summary>Share of an asset in the trader's entries below which it is none of theirs.</summary>
    public double SmallestAssetShare { get; init; } = 0.05;

    /// <summary>Mean move, in average true ranges, from which on evidence against a wish turns it around instead of dropping it.</summary>
    public double FlipMoveAtr { get; init; } = 0.5;

    /// <summary>Whether models are asked for a JSON schema; without, the schema goes into the prompt, for endpoints that cannot hold to one.</summary>
    public bool StructuredOutput { get; init; } = true;

    /// <summary>Temperature of model calls; null leaves it out, for models that take none.</summary>
    public float? Temperature { get; init; } = 0;

    /// <summary>Losing decisions like the intended one that are looked at.</summary>
    public int LosersShown { get; init; } = 3;
}
