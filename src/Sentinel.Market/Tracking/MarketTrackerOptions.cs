namespace Sentinel.Market;

/// <summary>Settings of a <see cref="MarketTracker"/>.</summary>
public sealed record MarketTrackerOptions
{
    /// <summary>How much later than its close a bar arrives; added to every <see cref="MarketEvent.KnownAt"/> and to <see cref="MarketSnapshot.AsOf"/>.</summary>
    public TimeSpan DataDelay { get; init; } = TimeSpan.Zero;

    /// <summary>The rise that confirms a trough (0.3 is 30 %).</summary>
    public double TurnRise { get; init; } = 0.3;

    /// <summary>The fall that confirms a peak, below 1.</summary>
    public double TurnFall { get; init; } = 0.3;

    /// <summary>How many bars in a row have to show a new regime before it counts; null for 3 from a day on and 6 below.</summary>
    public int? RegimeConfirmationBars { get; init; }

    /// <summary>
    /// A hole in the data longer than this starts everything anew: what comes after it may be another asset under the same name, and no baseline
    /// of before says anything about it.
    /// </summary>
    public TimeSpan RestartAfterGap { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The price that a stable coin is meant to keep; null where nothing is meant to be kept.</summary>
    public decimal? Peg { get; init; }

    internal void Validate()
    {
        Check(DataDelay >= TimeSpan.Zero, nameof(DataDelay), "must be 0 or more");
        Check(TurnRise > 0, nameof(TurnRise), "must be above 0");
        Check(TurnFall is > 0 and < 1, nameof(TurnFall), "must be between 0 and 1");
        Check(RegimeConfirmationBars is null or >= 1, nameof(RegimeConfirmationBars), "must be 1 or more");
        Check(Peg is null or > 0, nameof(Peg), "must be above 0");
        Check(RestartAfterGap > TimeSpan.Zero, nameof(RestartAfterGap), "must be above 0");
    }

    private static void Check(bool isValid, string option, string rule)
    {
        if (!isValid)
        {
            throw new ArgumentException($"{option} {rule}", option);
        }
    }
}
