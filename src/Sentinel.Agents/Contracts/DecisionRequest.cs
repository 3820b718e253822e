using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Agents;

/// <summary>The question to the manager.</summary>
public sealed record DecisionRequest
{
    /// <summary>The market, the events that became known with it, and the holdings.</summary>
    public required Situation Situation { get; init; }

    /// <summary>The time; nothing known later is read.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Which memories are allowed in.</summary>
    public MemoryArm Arm { get; init; } = MemoryArm.All;

    /// <summary>Most tokens of the context.</summary>
    public int TokenBudget { get; init; } = 2_000;

    /// <summary>
    /// Whether the mandate stands beside the decision (re-grounding). When it does not, the agents do not know the limits; the gate holds them all the same,
    /// and violations before the gate show the difference.
    /// </summary>
    public bool MandateShown { get; init; } = true;
}

/// <summary>What the manager decided, and from what.</summary>
public sealed record ManagerDecision
{
    /// <summary>What it wants, raw: not sized, not checked.</summary>
    public required TradeIntent Intent { get; init; }

    /// <summary>The context it was made from.</summary>
    public required DecisionContext Context { get; init; }

    /// <summary>What each agent said, in a fixed order; failures included.</summary>
    public required IReadOnlyList<AgentProposal> Proposals { get; init; }

    /// <summary>What the look at like losses found; null when it was not made.</summary>
    public FailureReview? Review { get; init; }

    /// <summary>The model behind the policy; null for rules.</summary>
    public PolicyModel? Model { get; init; }

    /// <summary>Settled episodes in numbers, for a sizer that uses Kelly's fraction; null where there is not enough.</summary>
    public SizingEvidence? Evidence { get; init; }
}

/// <summary>The look at past losing decisions like the intended one.</summary>
/// <param name="First">The intent before it.</param>
/// <param name="Losers">Ids of the episodes, nearest first.</param>
/// <param name="IsRevised">Whether the intent was changed for them.</param>
public sealed record FailureReview(TradeIntent First, IReadOnlyList<string> Losers, bool IsRevised);
