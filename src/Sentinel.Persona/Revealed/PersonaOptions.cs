namespace Sentinel.Persona;

/// <summary>Constants of the revealed profile. Defaults are those of the documentation; each is a setting, not a finding.</summary>
public sealed record PersonaOptions
{
    /// <summary>The age at which a sample counts half.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Effective samples for a value to be named at all.</summary>
    public double MinEffectiveN { get; init; } = 20;

    /// <summary>Effective samples for a value to steer anything.</summary>
    public double SteerEffectiveN { get; init; } = 50;

    /// <summary>Trips for correlations and logits.</summary>
    public double MinModelN { get; init; } = 50;

    /// <summary>Events a parameter for logits.</summary>
    public double MinEventsPerParameter { get; init; } = 10;

    /// <summary>The disposition effect that the number of opportunities has to be able to show: proportion of gains realised.</summary>
    public double ReferenceGainsRealised { get; init; } = 0.30;

    /// <summary>The same for losses.</summary>
    public double ReferenceLossesRealised { get; init; } = 0.10;

    /// <summary>Evidence older than this is stale.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Length of a window for contradictions.</summary>
    public TimeSpan ContradictionWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Equity before the first fill; null when unknown.</summary>
    public decimal? StartingEquity { get; init; }

    /// <summary>A stop placed within this time of an entry belongs to it: one bar.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A new entry into an asset this soon after leaving it is quick.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Horizon of the risk class, years.</summary>
    public double RiskHorizonYears { get; init; } = 1;

    /// <summary>Evidence ids kept with an attribute.</summary>
    public int MaxSourceIds { get; init; } = 10;
}
