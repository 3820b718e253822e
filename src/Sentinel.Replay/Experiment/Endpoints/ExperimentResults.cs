namespace Sentinel.Replay.Experiment;

/// <summary>Everything that tables and figures show, and that is the same for the same seeds.</summary>
internal sealed record ExperimentResults
{
    /// <summary>The experiment's name.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of its configuration.</summary>
    public required string Config { get; init; }

    /// <summary>How many runs it took.</summary>
    public required int Runs { get; init; }

    /// <summary>Files of real prices; empty when there were none.</summary>
    public required IReadOnlyList<RealSource> Prices { get; init; }

    /// <summary>Results by world.</summary>
    public required IReadOnlyList<WorldResult> Worlds { get; init; }

    /// <summary>How well planted traits are found again.</summary>
    public required RecoveryResult Recovery { get; init; }
}

/// <summary>Results of a world.</summary>
internal sealed record WorldResult(
    string Name, string Title, string Kind, IReadOnlyList<ArmResult> Arms, IReadOnlyList<ComparisonResult> Comparisons, IReadOnlyList<SharpeResult> Sharpe);

/// <summary>Results of an arm.</summary>
/// <param name="Arm">Its name.</param>
/// <param name="Title">It in a few words.</param>
/// <param name="AfterGate">Limits broken by orders that were sent.</param>
/// <param name="Leaks">Things in contexts that were not known by then.</param>
/// <param name="Digest">A hash over the journals of all its runs.</param>
/// <param name="Figures">Endpoints by name.</param>
/// <param name="Rules">Violations by code.</param>
/// <param name="Quarters">Violation rate in each quarter of the runs.</param>
internal sealed record ArmResult(
    string Arm, string Title, int AfterGate, int Leaks, string Digest, IReadOnlyDictionary<string, Estimate> Figures, IReadOnlyDictionary<string, RuleCount> Rules, IReadOnlyList<Estimate> Quarters);

/// <summary>A difference of two arms.</summary>
internal sealed record ComparisonResult(string Family, string Endpoint, string Arm, string Base, Estimate Difference, double HolmP);

/// <summary>The test of two Sharpe ratios on daily returns, the mean over users.</summary>
internal sealed record SharpeResult(string Arm, string Base, double Difference, double StandardError, double PValue);

/// <summary>How well planted traits are found again.</summary>
internal sealed record RecoveryResult(IReadOnlyList<RecoveryRow> Traits, int Traders, int Drifting, int DriftFound, double DriftDelayDays, double FalseAlarmsPerYear);

/// <summary>One trait.</summary>
internal sealed record RecoveryRow(string Trait, string Unit, int Ok, int Insufficient, double Error, double RankCorrelation, double Coverage, double CoverageLow, double CoverageHigh);
