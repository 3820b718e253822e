using Sentinel.Agents;
using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>What one cycle did.</summary>
public sealed record CycleResult
{
    /// <summary>Counts cycles, from 1.</summary>
    public required long Cycle { get; init; }

    /// <summary>The close of the bar, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The bar.</summary>
    public required Bar Bar { get; init; }

    /// <summary>Events that became known with it.</summary>
    public required IReadOnlyList<MarketEvent> Events { get; init; }

    /// <summary>Fills that became known with it.</summary>
    public required IReadOnlyList<Fill> Fills { get; init; }

    /// <summary>Outcomes that settled with it.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>What is held, marked at its close.</summary>
    public required Portfolio Portfolio { get; init; }

    /// <summary>What the manager decided and from what.</summary>
    public required ManagerDecision Manager { get; init; }

    /// <summary>The decision as it stands in the journal.</summary>
    public required Decision Decision { get; init; }

    /// <summary>What the intent as wished broke of the mandate, before anything corrected it.</summary>
    public required IReadOnlyList<GateFinding> Violations { get; init; }

    /// <summary>What sizing and the gate made of it.</summary>
    public required OrderPlan Plan { get; init; }

    /// <summary>What the venue answered with, when it refused the order; null when it did not.</summary>
    public string? VenueError { get; init; }

    /// <summary>How long the manager took: reading memory, hearing the agents, deciding. Real time; in no journal.</summary>
    public TimeSpan DecisionTime { get; init; }
}
