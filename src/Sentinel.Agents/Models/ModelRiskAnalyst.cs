using Microsoft.Extensions.AI;
using Sentinel.Agents.Models;
using Sentinel.Agents.Prompts;

namespace Sentinel.Agents;

/// <summary>The risk analyst by a model: it explains limits, and has no way to change one.</summary>
public sealed class ModelRiskAnalyst(IChatClient client, AgentSettings? settings = null) : IRiskAnalyst
{
    private const int MostText = 1_000;

    private readonly ModelAgent<RiskAnswer> _agent = new(client, AgentNames.RiskAnalyst, AgentPrompt.Load("explain-limits"), settings);

    /// <inheritdoc/>
    public Task<AgentOutput<RiskNote>> ExplainAsync(AgentBrief brief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var view = brief.Context.Mandate;
        var names = (view?.Room ?? []).Select(static room => room.Limit).ToHashSet(StringComparer.Ordinal);
        return _agent.AskAsync(
            BriefJson.Of(brief, writer => BriefJson.Limits(writer, view)),
            answer => new RiskNote(Field.Text(answer.Text, MostText, "text"), Field.Cites(answer.Limits, names, "limits")),
            AgentJson.Default.RiskNote,
            cancellationToken);
    }
}
