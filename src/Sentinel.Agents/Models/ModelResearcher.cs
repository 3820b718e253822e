using Microsoft.Extensions.AI;
using Sentinel.Agents.Models;
using Sentinel.Agents.Prompts;

namespace Sentinel.Agents;

/// <summary>A researcher by a model.</summary>
public sealed class ModelResearcher(IChatClient client, ResearchSide side, AgentSettings? settings = null) : IResearcher
{
    private const int MostText = 1_000;

    private readonly ModelAgent<CaseAnswer> _agent = new(client, side is ResearchSide.Bull ? AgentNames.Bull : AgentNames.Bear, AgentPrompt.Load("argue"), settings);

    /// <inheritdoc/>
    public ResearchSide Side => side;

    /// <inheritdoc/>
    public Task<AgentOutput<ResearchCase>> ArgueAsync(AgentBrief brief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var input = BriefJson.Of(brief, writer => writer.WriteString("side", side is ResearchSide.Bull ? "bull" : "bear"));
        return _agent.AskAsync(input, answer => Check(answer, brief), AgentJson.Default.ResearchCase, cancellationToken);
    }

    private static ResearchCase Check(CaseAnswer answer, AgentBrief brief) => new(
        Field.Number(answer.Strength, 0, 1, "strength"), Field.Text(answer.Case, MostText, "case"), Field.Cites(answer.Cites, brief.Citable, "cites"));
}
