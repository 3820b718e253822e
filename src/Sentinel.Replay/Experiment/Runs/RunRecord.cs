namespace Sentinel.Replay.Experiment;

/// <summary>What is kept of one run: everything that tables and figures are made from. Latencies stand apart, they are not reproducible.</summary>
internal sealed record RunRecord
{
    /// <summary>World, by name.</summary>
    public required string World { get; init; }

    /// <summary>Arm, by name.</summary>
    public required string Arm { get; init; }

    /// <summary>Number of the user.</summary>
    public required int User { get; init; }

    /// <summary>The hash of the last entry of the run's journal: the same run has the same.</summary>
    public required string Journal { get; init; }

    /// <summary>A row a day, a value a <see cref="Measure"/>.</summary>
    public required IReadOnlyList<double[]> Days { get; init; }

    /// <summary>Violations before the gate by code.</summary>
    public required IReadOnlyDictionary<string, RuleCount> Rules { get; init; }

    /// <summary>Limits that an order which was sent would break; has to be 0.</summary>
    public required int AfterGate { get; init; }

    /// <summary>Things in contexts that were not known by then; has to be 0.</summary>
    public required int Leaks { get; init; }

    /// <summary>Jensen-Shannon distances from the trader's own habits: asset, size, hold, side; NaN where the agent did not trade.</summary>
    public required double[] Fit { get; init; }

    /// <summary>Final equity over that of the start, minus 1.</summary>
    public required double NetReturn { get; init; }

    /// <summary>Largest fall of equity from its peak.</summary>
    public required double Drawdown { get; init; }

    /// <summary>Median of a decision's latency in milliseconds: real time.</summary>
    public double LatencyP50 { get; init; }

    /// <summary>95 % quantile of the same.</summary>
    public double LatencyP95 { get; init; }
}

/// <summary>Violations of one rule.</summary>
/// <param name="Count">How many.</param>
/// <param name="Severity">Sum of their severities.</param>
internal readonly record struct RuleCount(int Count, double Severity);
