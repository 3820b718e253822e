using Microsoft.Extensions.AI;
using OMem;
using OMem.Storage;
using Sentinel.Agents;
using Sentinel.Exchange.Simulator;
using Sentinel.Market;
using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>Everything a trading session is made from. The same options and bars give the same journal, to the byte.</summary>
public sealed record SessionOptions
{
    /// <summary>Whose memory. There is no default user.</summary>
    public required MemoryScope Scope { get; init; }

    /// <summary>The trader's limits, in force from the first bar on.</summary>
    public required Mandate Mandate { get; init; }

    /// <summary>The venue: instruments, cash, fees, fills.</summary>
    public required SimulatorOptions Venue { get; init; }

    /// <summary>The seed of the run; stands in each decision.</summary>
    public long Seed { get; init; }

    /// <summary>Replay or paper.</summary>
    public RunMode Mode { get; init; }

    /// <summary>Which memories are allowed in.</summary>
    public MemoryArm Arm { get; init; } = MemoryArm.All;

    /// <summary>The name of the arm in the journal; null for the name of <see cref="Arm"/>.</summary>
    public string? ArmName { get; init; }

    /// <summary>The agents; null for rules.</summary>
    public TraderTeam? Team { get; init; }

    /// <summary>What rule-based agents go by where the trader is not known.</summary>
    public AgentSettings Agents { get; init; } = new();

    /// <summary>The house's rules.</summary>
    public RiskSettings Risk { get; init; } = new();

    /// <summary>How markets are followed.</summary>
    public MarketTrackerOptions Market { get; init; } = new();

    /// <summary>The trader's own trades, taken in as their time comes; null for none.</summary>
    public TraderHistory? Trader { get; init; }

    /// <summary>What is known of the trader, in place of what <see cref="Trader"/> shows: another trader's (a placebo) or the planted truth.</summary>
    public IPersonaSource? Persona { get; init; }

    /// <summary>How past episodes are chosen; null for relevance.</summary>
    public IEpisodeRanking? Ranking { get; init; }

    /// <summary>Placebo: what memory has to say is replaced by random words of the same length. The value is their seed.</summary>
    public long? RandomTextSeed { get; init; }

    /// <summary>When the mandate is repeated beside the decision.</summary>
    public Regrounding Regrounding { get; init; } = Regrounding.EveryCycle;

    /// <summary>Whether the agents see the mandate at all. The gate holds it in any case.</summary>
    public bool MandateShown { get; init; } = true;

    /// <summary>Constants of the memory.</summary>
    public MemorySettings Memory { get; init; } = new();

    /// <summary>Most tokens of a decision's context.</summary>
    public int TokenBudget { get; init; } = 2_000;

    /// <summary>The file of the journal; null keeps it in memory.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Whether each entry waits for the disk, so that it survives the death of the machine too.</summary>
    public bool IsDurable { get; init; }

    /// <summary>The OMem store of episodes, for recall by words; null leaves that channel out. What it holds is derived from the journal: a run that is done again gives it the same once more, which changes nothing. Whoever made it disposes it.</summary>
    public IMemoryStore? Store { get; init; }

    /// <summary>Vectors for recall by words; null for words alone.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings { get; init; }

    /// <summary>Measures latencies; they are told beside the results and stand in no journal.</summary>
    public TimeProvider Stopwatch { get; init; } = TimeProvider.System;
}
