using OMem;

namespace Sentinel.Agents.Tests.Support;

/// <summary>A toolkit that gives one context and notes what is asked and written. The real one has its own tests; here a context is what a test is about.</summary>
internal sealed class Toolkit(DecisionContext context, params RecalledEpisode[] losers) : IMemoryToolkit
{
    public MemoryScope Scope { get; } = new("acme", "ines");

    public List<string> Written { get; } = [];

    public int LoserRequests { get; private set; }

    public Task<DecisionContext> BuildContextAsync(Situation situation, DateTimeOffset asOf, int tokenBudget = 2_000, MemoryArm arm = MemoryArm.All, CancellationToken cancellationToken = default) =>
        Task.FromResult(context with { Situation = situation, AsOf = asOf, Arm = arm });

    public Task<ToolResult<RecalledEpisode>> RecallLosersAsync(DateTimeOffset asOf, Situation situation, TradeIntent intent, int k = 3, CancellationToken cancellationToken = default)
    {
        LoserRequests++;
        return Task.FromResult(new ToolResult<RecalledEpisode>(asOf, losers, [.. losers.Select(loser => loser.Episode.Id)], 0));
    }

    public Task<ToolResult<WorkingNote>> SetWorkingNoteAsync(DateTimeOffset asOf, string topic, string text, TimeSpan timeToLive, CancellationToken cancellationToken = default)
    {
        Written.Add($"note {topic}");
        return Task.FromResult(new ToolResult<WorkingNote>(asOf, [], [], 0));
    }

    public Task<ToolResult<AgentNote>> RecordObservationAsync(DateTimeOffset asOf, string text, CancellationToken cancellationToken = default)
    {
        Written.Add($"observation {text}");
        return Task.FromResult(new ToolResult<AgentNote>(asOf, [], [], 0));
    }

    public Task<ToolResult<AgentNote>> ProposePersonaUpdateAsync(DateTimeOffset asOf, string attribute, string value, IReadOnlyList<string> evidenceIds, CancellationToken cancellationToken = default)
    {
        Written.Add($"proposal {attribute}={value}");
        return Task.FromResult(new ToolResult<AgentNote>(asOf, [], [$"pro-{attribute}"], 0));
    }

    public Task<ToolResult<TraderAttribute>> GetPersonaAsync(DateTimeOffset asOf, string? section = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ToolResult<AttributeExplanation>> ExplainAttributeAsync(DateTimeOffset asOf, string name, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ToolResult<MandateView>> GetMandateAsync(DateTimeOffset asOf, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ToolResult<WorkingSection>> GetWorkingContextAsync(DateTimeOffset asOf, Symbol? symbol = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ToolResult<EpisodeRecall>> RecallEpisodesAsync(DateTimeOffset asOf, EpisodeRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ToolResult<EpisodeRecall>(asOf, context.Episodes is { } recall ? [recall] : [], [], 0));

    public Task<ToolResult<DecisionSummary>> RecallDecisionsAsync(DateTimeOffset asOf, Symbol? symbol = null, int k = 5, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ToolResult<IntentCheck>> CheckIntentAsync(DateTimeOffset asOf, TradeIntent intent, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ToolResult<DecisionExplanation>> WhyAsync(DateTimeOffset asOf, string decisionId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ToolResult<EventEntry>> ListEventsAsync(DateTimeOffset asOf, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<string>? types = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
