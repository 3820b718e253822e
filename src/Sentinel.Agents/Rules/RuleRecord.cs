using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>The journal's record of what a rule said.</summary>
internal static class RuleRecord
{
    private const string Version = "rules@1";

    public static AgentOutput<T> Of<T>(string agent, T value, JsonTypeInfo<T> json)
        where T : class => new(value, new AgentProposal(agent, Version, JsonSerializer.Serialize(value, json)));

    public static AgentOutput<T> Failed<T>(string agent, string why)
        where T : class => new(null, new AgentProposal(agent, Version, "", Failure: why));
}
