namespace Sentinel.Persona;

/// <summary>How well planted behaviour is found again.</summary>
public sealed record RecoveryReport
{
    /// <summary>Number of traders.</summary>
    public required int Traders { get; init; }

    /// <summary>One row a trait.</summary>
    public IReadOnlyList<TraitRecovery> Traits { get; init; } = [];

    /// <summary>Traders that changed.</summary>
    public int Drifting { get; init; }

    /// <summary>Of them, those whose change was found in the right attribute after it happened.</summary>
    public int DriftFound { get; init; }

    /// <summary>Median days from change to notice; NaN without any.</summary>
    public double MedianDriftDelayDays { get; init; } = double.NaN;

    /// <summary>Changes reported in time without any (all of it for those who never change), a trader-year.</summary>
    public double FalseAlarmsPerTraderYear { get; init; }
}

/// <summary>How well one trait is found again.</summary>
/// <param name="Trait">Its attribute.</param>
/// <param name="Unit">Unit of the error: the attribute's, or "log" for a relative one.</param>
/// <param name="Ok">Traders with enough evidence.</param>
/// <param name="Insufficient">Traders without.</param>
/// <param name="MeanAbsoluteError">Mean absolute error over the first.</param>
/// <param name="RankCorrelation">Spearman's correlation of revealed and true.</param>
/// <param name="Coverage">Share of 95 % intervals that hold the truth.</param>
/// <param name="CoverageInterval">Wilson's 95 % interval of that share.</param>
public sealed record TraitRecovery(
    string Trait, string Unit, int Ok, int Insufficient, double MeanAbsoluteError, double RankCorrelation, double Coverage, ValueInterval CoverageInterval);
