namespace Sentinel.Replay.Experiment;

/// <summary>The experiment as it was fixed before it was run: worlds, users, arms, endpoints, tests, seeds. Committed as a file.</summary>
/// <remarks>What may be left out has a setter: generated readers set every property that is init-only, and would lose its default.</remarks>
public sealed record ExperimentConfig
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Every seed derives from this one.</summary>
    public required int Seed { get; init; }

    /// <summary>How many synthetic traders.</summary>
    public required int Users { get; init; }

    /// <summary>Every so-many-th trader changes in mid-run; 3 is a third of them.</summary>
    public int DriftEvery { get; set; } = 3;

    /// <summary>The markets of the generated worlds.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Length of a bar in hours.</summary>
    public required int BarHours { get; init; }

    /// <summary>Bars a symbol before the experiment: the trader trades, the agent is not there yet.</summary>
    public required int HistoryBars { get; init; }

    /// <summary>Bars a symbol of the experiment.</summary>
    public required int Bars { get; init; }

    /// <summary>Equity of trader and agent at the start.</summary>
    public decimal Equity { get; set; } = 100_000m;

    /// <summary>Most tokens of a decision's context, the same in each arm.</summary>
    public int TokenBudget { get; set; } = 2_000;

    /// <summary>How often the persona is read anew, in days.</summary>
    public int PersonaDays { get; set; } = 2;

    /// <summary>What the generated markets are like.</summary>
    public GeneratorConfig Generator { get; set; } = new();

    /// <summary>What each agent may remember.</summary>
    public required IReadOnlyList<ArmConfig> Arms { get; init; }

    /// <summary>The worlds, and which arms run in each.</summary>
    public required IReadOnlyList<WorldConfig> Worlds { get; init; }

    /// <summary>The primary endpoints by name; see the documentation.</summary>
    public required IReadOnlyList<string> Endpoints { get; init; }

    /// <summary>What is compared with what. Each is one family for Holm's adjustment, in each world.</summary>
    public required IReadOnlyList<ComparisonConfig> Comparisons { get; init; }

    /// <summary>How intervals and p-values are computed.</summary>
    public BootstrapConfig Bootstrap { get; set; } = new();
}

/// <summary>What the generated markets are like.</summary>
public sealed record GeneratorConfig
{
    /// <summary>Mean bars from the end of one planted episode to the next.</summary>
    public double MeanBarsBetweenEpisodes { get; set; } = 12;

    /// <summary>Bars that the outcome of an episode takes.</summary>
    public int OutcomeBars { get; set; } = 6;

    /// <summary>How often the outcome is what the pattern says.</summary>
    public double PatternProbability { get; set; } = 0.8;

    /// <summary>Drift of the outcome a bar, in standard deviations of a bar.</summary>
    public double OutcomeDrift { get; set; } = 0.6;
}

/// <summary>One arm: the same policy, template, seed, data, fees and budget as every other, and this memory.</summary>
public sealed record ArmConfig
{
    /// <summary>Its short name ("A5").</summary>
    public required string Name { get; init; }

    /// <summary>It in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Which memories are in: <c>hold</c> for no agent at all, <c>none</c>, or <c>persona</c>, <c>working</c>, <c>episodic</c> joined by <c>+</c>.</summary>
    public required string Memory { get; init; }

    /// <summary>Whose persona: <c>own</c>, <c>other</c> (a placebo), <c>oracle</c> (the planted truth).</summary>
    public string Persona { get; set; } = "own";

    /// <summary>How episodes are chosen: <c>relevance</c>, <c>shuffled</c>, <c>recency</c>, <c>finmem-paper</c>, <c>finmem-code</c>.</summary>
    public string Ranking { get; set; } = "relevance";

    /// <summary>Whether what memory says is replaced by random words of the same length.</summary>
    public bool RandomText { get; set; }

    /// <summary>Whether the agents see the mandate beside each decision. The gate holds it in any case.</summary>
    public bool MandateShown { get; set; }
}

/// <summary>A world and the arms that run in it.</summary>
public sealed record WorldConfig
{
    /// <summary>Its short name ("W1").</summary>
    public required string Name { get; init; }

    /// <summary>It in a few words.</summary>
    public required string Title { get; init; }

    /// <summary><c>planted</c>, <c>null</c>, <c>real</c> or <c>anonymised</c> (real prices under other names, dates and scale).</summary>
    public required string Kind { get; init; }

    /// <summary>The arms by name.</summary>
    public required IReadOnlyList<string> Arms { get; init; }
}

/// <summary>A family of comparisons.</summary>
public sealed record ComparisonConfig
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What is compared with the base.</summary>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>What it is compared with.</summary>
    public required string Base { get; init; }
}

/// <summary>How intervals and p-values are computed.</summary>
public sealed record BootstrapConfig
{
    /// <summary>Resamples.</summary>
    public int Resamples { get; set; } = 2_000;

    /// <summary>Mean length of a block in days.</summary>
    public double MeanBlockDays { get; set; } = 5;

    /// <summary>Length of a block of the test of Sharpe ratios, in days.</summary>
    public int SharpeBlockDays { get; set; } = 5;
}
