namespace Sentinel.Persona;

/// <summary>How a synthetic trader behaves: the planted truth.</summary>
public sealed record TraderTraits
{
    /// <summary>Median of the planned holding time (log-normal).</summary>
    public required TimeSpan MedianHold { get; init; }

    /// <summary>Deviation of the logarithm of the planned holding time.</summary>
    public double HoldSpread { get; init; } = 0.6;

    /// <summary>Median loss at the stop as a part of equity (log-normal).</summary>
    public required double RiskPerTrade { get; init; }

    /// <summary>Deviation of its logarithm.</summary>
    public double RiskSpread { get; init; } = 0.3;

    /// <summary>How often each asset is chosen, summing to 1.</summary>
    public required IReadOnlyList<AssetWeight> Assets { get; init; }

    /// <summary>Entries a day when free to enter.</summary>
    public required double EntriesPerDay { get; init; }

    /// <summary>Share of entries with a stop order.</summary>
    public double StopRate { get; init; } = 1;

    /// <summary>Distance of the stop in average true ranges (14 bars).</summary>
    public double StopDistanceAtr { get; init; } = 3;

    /// <summary>How much longer losers are held than planned and how much shorter winners: 0 none, 1 twice and half.</summary>
    public double Disposition { get; init; }

    /// <summary>Share of entries that wait for an extreme day.</summary>
    public double Fomo { get; init; }

    /// <summary>Size of the trade after a loss over the usual one: 1 none.</summary>
    public double Revenge { get; init; } = 1;

    /// <summary>Chance that a losing position is added to once.</summary>
    public double AveragingDown { get; init; }

    /// <summary>Chance that a winning position is added to once.</summary>
    public double Pyramiding { get; init; }

    /// <summary>Hour of the day around which entries are made, UTC.</summary>
    public double ActiveHour { get; init; } = 14;

    /// <summary>How closely (von Mises concentration); 0 is any hour.</summary>
    public double HourFocus { get; init; } = 1;

    /// <summary>Chance that a position is short.</summary>
    public double ShortShare { get; init; }
}

/// <summary>How often an asset is chosen.</summary>
/// <param name="Symbol">The asset.</param>
/// <param name="Weight">Its share, 0-1.</param>
public sealed record AssetWeight(Symbol Symbol, double Weight);
