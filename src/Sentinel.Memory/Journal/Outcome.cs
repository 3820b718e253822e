namespace Sentinel.Memory;

/// <summary>What became of a decision at one horizon. Recorded for hold and flat too.</summary>
public sealed record Outcome : IJournalPayload
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Outcome;

    /// <summary>The decision.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Which market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>How far it looks.</summary>
    public required OutcomeHorizon Horizon { get; init; }

    /// <summary>Direction of the exposure that was judged: 1 long, -1 short, 0 none.</summary>
    public int Exposure { get; init; }

    /// <summary>Return of the exposure as a part of the entry price; 0 without exposure. Costs are taken off at <see cref="OutcomeHorizon.Exit"/> only, where they are known.</summary>
    public double Raw { get; init; }

    /// <summary>Return of simply owning the asset over the same time.</summary>
    public double MarketReturn { get; init; }

    /// <summary><see cref="Raw"/> minus <see cref="MarketReturn"/>: what deciding brought against holding the asset.</summary>
    public double AlphaVsHold { get; init; }

    /// <summary>The market's move in average true ranges of the time of the decision; null without one.</summary>
    public double? MoveAtr { get; init; }

    /// <summary>Worst excursion against the exposure (of owning the asset when there is none), as a part of the entry price; 0 or below.</summary>
    public double Mae { get; init; }

    /// <summary>Best excursion, 0 or above.</summary>
    public double Mfe { get; init; }

    /// <summary>Result in units of the risk at the stop; null without exposure or stop.</summary>
    public double? RMultiple { get; init; }

    /// <summary>What ended it.</summary>
    public OutcomeBarrier Barrier { get; init; }

    /// <summary>Fees in the quote currency, for <see cref="OutcomeHorizon.Exit"/>.</summary>
    public decimal Fees { get; init; }

    /// <summary>Slippage in the quote currency, for <see cref="OutcomeHorizon.Exit"/>.</summary>
    public decimal Slippage { get; init; }

    /// <summary>When the horizon ended, UTC.</summary>
    public required DateTimeOffset HorizonEnd { get; init; }

    /// <summary>From when it is known, never before <see cref="HorizonEnd"/>.</summary>
    public required DateTimeOffset SettledAt { get; init; }

    /// <summary>The id of an outcome.</summary>
    public static string MakeId(string decisionId, OutcomeHorizon horizon) => $"out-{decisionId}-{OutcomeHorizons.Name(horizon)}";
}

/// <summary>How far an outcome looks.</summary>
public enum OutcomeHorizon
{
    /// <summary>One bar.</summary>
    Bars1 = 0,

    /// <summary>Five bars.</summary>
    Bars5 = 1,

    /// <summary>Twenty bars.</summary>
    Bars20 = 2,

    /// <summary>Until the position was closed.</summary>
    Exit = 3,
}

/// <summary>What ended the time an outcome covers.</summary>
public enum OutcomeBarrier
{
    /// <summary>The horizon.</summary>
    Time = 0,

    /// <summary>The target was reached.</summary>
    Target = 1,

    /// <summary>The stop was reached.</summary>
    Stop = 2,
}

/// <summary>Names and lengths of the horizons.</summary>
public static class OutcomeHorizons
{
    /// <summary>The horizons that are counted in bars, shortest first.</summary>
    public static IReadOnlyList<OutcomeHorizon> InBars { get; } = [OutcomeHorizon.Bars1, OutcomeHorizon.Bars5, OutcomeHorizon.Bars20];

    /// <summary>Its length in bars; null for <see cref="OutcomeHorizon.Exit"/>.</summary>
    public static int? Bars(OutcomeHorizon horizon) => horizon switch
    {
        OutcomeHorizon.Bars1 => 1,
        OutcomeHorizon.Bars5 => 5,
        OutcomeHorizon.Bars20 => 20,
        OutcomeHorizon.Exit => null,
        _ => throw new ArgumentOutOfRangeException(nameof(horizon)),
    };

    /// <summary>Its name in ids and texts.</summary>
    public static string Name(OutcomeHorizon horizon) => horizon switch
    {
        OutcomeHorizon.Bars1 => "1bar",
        OutcomeHorizon.Bars5 => "5bars",
        OutcomeHorizon.Bars20 => "20bars",
        OutcomeHorizon.Exit => "exit",
        _ => throw new ArgumentOutOfRangeException(nameof(horizon)),
    };
}
