using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>Features and events of a market to a thesis.</summary>
public interface IMarketAnalyst
{
    /// <summary>Reads the market.</summary>
    Task<AgentOutput<MarketThesis>> AnalyseAsync(AgentBrief brief, CancellationToken cancellationToken = default);
}

/// <summary>Argues one side.</summary>
public interface IResearcher
{
    /// <summary>The side it argues.</summary>
    ResearchSide Side { get; }

    /// <summary>Makes its case.</summary>
    Task<AgentOutput<ResearchCase>> ArgueAsync(AgentBrief brief, CancellationToken cancellationToken = default);
}

/// <summary>Explains the limits that code holds.</summary>
public interface IRiskAnalyst
{
    /// <summary>Says what is left under which limit.</summary>
    Task<AgentOutput<RiskNote>> ExplainAsync(AgentBrief brief, CancellationToken cancellationToken = default);
}

/// <summary>Forms the intent. It wishes; code sizes, checks and sends.</summary>
public interface IIntentPolicy
{
    /// <summary>Name and version of the model and the prompt behind it; null for rules.</summary>
    PolicyModel? Model { get; }

    /// <summary>Forms an intent.</summary>
    Task<AgentOutput<TradeIntent>> DecideAsync(AgentBrief brief, Panel panel, CancellationToken cancellationToken = default);

    /// <summary>Thinks again, once, with past decisions like the intended one before its eyes.</summary>
    Task<AgentOutput<TradeIntent>> ReviseAsync(
        AgentBrief brief, Panel panel, TradeIntent intent, LikeDecisions like, CancellationToken cancellationToken = default);
}

/// <summary>The model behind a policy.</summary>
/// <param name="Id">The model's id, as its client names it.</param>
/// <param name="PromptHash">SHA-256 of the prompt.</param>
public sealed record PolicyModel(string Id, string PromptHash);

/// <summary>Reads topics, events and attributes out of text and fills. It proposes; it changes nothing.</summary>
public interface IMemoryManager
{
    /// <summary>Reads.</summary>
    Task<AgentOutput<MemoryExtraction>> ExtractAsync(MemoryMaterial material, CancellationToken cancellationToken = default);
}

/// <summary>Says what a settled decision taught, citing the journal.</summary>
public interface IReflector
{
    /// <summary>Reflects on a decision of which something has settled.</summary>
    Task<AgentOutput<Reflection>> ReflectAsync(DecisionExplanation settled, CancellationToken cancellationToken = default);
}

/// <summary>The deciding agent: reads the memories, hears the others, forms an intent, looks at like losses before acting.</summary>
public interface IDeepTraderManager
{
    /// <summary>Decides. Nothing is sent.</summary>
    Task<ManagerDecision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken = default);
}
