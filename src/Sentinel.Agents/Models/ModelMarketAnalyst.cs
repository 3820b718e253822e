using Microsoft.Extensions.AI;
using Sentinel.Agents.Models;
using Sentinel.Agents.Prompts;

namespace Sentinel.Agents;

/// <summary>The market analyst by a model.</summary>
public sealed class ModelMarketAnalyst(IChatClient client, AgentSettings? settings = null) : IMarketAnalyst
{
    private const int MostText = 1_000;

    private readonly ModelAgent<AnalysisAnswer> _agent = new(client, AgentNames.MarketAnalyst, AgentPrompt.Load("analyse"), settings);

    /// <inheritdoc/>
    public Task<AgentOutput<MarketThesis>> AnalyseAsync(AgentBrief brief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return _agent.AskAsync(BriefJson.Of(brief), answer => Check(answer, brief), AgentJson.Default.MarketThesis, cancellationToken);
    }

    private static MarketThesis Check(AnalysisAnswer answer, AgentBrief brief) => new(
        Field.Number(answer.Lean, -1, 1, "lean"),
        Field.Number(answer.Confidence, 0, 1, "confidence"),
        Field.Text(answer.Thesis, MostText, "thesis"),
        Field.Cites(answer.Cites, brief.Citable, "cites"));
}
