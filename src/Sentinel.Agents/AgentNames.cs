namespace Sentinel.Agents;

/// <summary>Names of the agents in the journal.</summary>
public static class AgentNames
{
    /// <summary>Market features and events to a thesis.</summary>
    public const string MarketAnalyst = "market_analyst";

    /// <summary>The case for rising.</summary>
    public const string Bull = "bull_researcher";

    /// <summary>The case for falling.</summary>
    public const string Bear = "bear_researcher";

    /// <summary>The limits in words.</summary>
    public const string RiskAnalyst = "risk_analyst";

    /// <summary>Text and fills to proposals.</summary>
    public const string MemoryManager = "memory_manager";

    /// <summary>The deciding agent.</summary>
    public const string DeepTraderManager = "deep_trader_manager";

    /// <summary>The second look of the deciding agent.</summary>
    public const string SecondLook = "deep_trader_manager.second_look";

    /// <summary>Reflections.</summary>
    public const string Reflector = "reflector";
}
