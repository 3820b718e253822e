using Sentinel.Persona;

namespace Sentinel.Replay.Experiment;

/// <summary>A synthetic trader, where it trades, and when it changes.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Trader">How it behaves.</param>
/// <param name="Market">The bars, the planted truth, the time.</param>
internal sealed record ExperimentUser(int Number, SyntheticTrader Trader, UserMarket Market);

/// <summary>Where a user trades: a history before the experiment, and the experiment.</summary>
internal sealed record UserMarket
{
    /// <summary>Bars before the experiment, in order of time and symbol.</summary>
    public required IReadOnlyList<Bar> History { get; init; }

    /// <summary>Bars of the experiment, in order of time and symbol.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>The markets as the venue describes them.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>Planted episodes of the experiment; none on real prices.</summary>
    public IReadOnlyList<PlantedShock> Planted { get; init; } = [];

    /// <summary>When the experiment begins.</summary>
    public DateTimeOffset Start => Bars[0].OpenTime;

    /// <summary>When it ends.</summary>
    public DateTimeOffset End => Bars[^1].CloseTime;

    /// <summary>Its middle.</summary>
    public DateTimeOffset Middle => Start + ((End - Start) / 2);
}

/// <summary>A planted shock: what the market showed, not what followed.</summary>
/// <param name="Symbol">Where.</param>
/// <param name="KnownAt">When its bar closed.</param>
/// <param name="OutcomeKnownAt">When what followed was over.</param>
/// <param name="Pattern">Which kind.</param>
internal sealed record PlantedShock(Symbol Symbol, DateTimeOffset KnownAt, DateTimeOffset OutcomeKnownAt, Market.ShockPattern Pattern);
