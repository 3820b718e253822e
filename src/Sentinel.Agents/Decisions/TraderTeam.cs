using Microsoft.Extensions.AI;

namespace Sentinel.Agents;

/// <summary>The agents that a manager hears, and the policy that forms its intent.</summary>
/// <param name="Analyst">The market analyst.</param>
/// <param name="Bull">The case for rising.</param>
/// <param name="Bear">The case for falling.</param>
/// <param name="Risk">The limits in words.</param>
/// <param name="Policy">Forms the intent.</param>
/// <param name="Memory">Reads text and fills; proposals only.</param>
/// <param name="Reflector">Reflects on what has settled.</param>
public sealed record TraderTeam(
    IMarketAnalyst Analyst, IResearcher Bull, IResearcher Bear, IRiskAnalyst Risk, IIntentPolicy Policy, IMemoryManager Memory, IReflector Reflector)
{
    /// <summary>Every agent by rules: deterministic, no model.</summary>
    public static TraderTeam Rules(AgentSettings? settings = null)
    {
        var own = settings ?? new AgentSettings();
        return new TraderTeam(
            new RuleMarketAnalyst(),
            new RuleResearcher(ResearchSide.Bull),
            new RuleResearcher(ResearchSide.Bear),
            new RuleRiskAnalyst(),
            new RuleIntentPolicy(own),
            new RuleMemoryManager(),
            new RuleReflector());
    }

    /// <summary>Every agent by a model of the host. With a client that replays recorded answers it is deterministic too.</summary>
    public static TraderTeam Models(IChatClient client, AgentSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var own = settings ?? new AgentSettings();
        return new TraderTeam(
            new ModelMarketAnalyst(client, own),
            new ModelResearcher(client, ResearchSide.Bull, own),
            new ModelResearcher(client, ResearchSide.Bear, own),
            new ModelRiskAnalyst(client, own),
            new ModelIntentPolicy(client, own),
            new ModelMemoryManager(client, own),
            new ModelReflector(client, own));
    }
}
