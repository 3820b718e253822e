using OMem;

namespace Sentinel.Memory;

/// <summary>
/// The only door between agents and memory, bound to one scope by the host. Each read takes the time of the question and returns only
/// what was known by then. Nothing here changes a limit, an outcome or a fact about the trader.
/// </summary>
/// <remarks>For a fixed scope, time and store each read gives the same. Thread-safe for reads.</remarks>
public interface IMemoryToolkit
{
    /// <summary>Whose memory.</summary>
    MemoryScope Scope { get; }

    /// <summary>Everything a decision needs, built in parallel and packed into a budget.</summary>
    /// <param name="situation">The question.</param>
    /// <param name="asOf">The time; nothing known later enters.</param>
    /// <param name="tokenBudget">Most tokens of the text. The mandate is never dropped.</param>
    /// <param name="arm">Which memories are allowed in.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DecisionContext> BuildContextAsync(
        Situation situation, DateTimeOffset asOf, int tokenBudget = 2_000, MemoryArm arm = MemoryArm.All, CancellationToken cancellationToken = default);

    /// <summary>What is known of the trader. Attributes without enough evidence are left out; <see cref="ExplainAttributeAsync"/> tells of them.</summary>
    /// <param name="asOf">The time.</param>
    /// <param name="section">One of <c>risk</c>, <c>assets</c>, <c>style</c>, <c>habits</c>, <c>goals</c>; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ToolResult<TraderAttribute>> GetPersonaAsync(DateTimeOffset asOf, string? section = null, CancellationToken cancellationToken = default);

    /// <summary>One attribute with its evidence and the values it had.</summary>
    Task<ToolResult<AttributeExplanation>> ExplainAttributeAsync(DateTimeOffset asOf, string name, CancellationToken cancellationToken = default);

    /// <summary>The limits and the room left.</summary>
    Task<ToolResult<MandateView>> GetMandateAsync(DateTimeOffset asOf, CancellationToken cancellationToken = default);

    /// <summary>What is going on.</summary>
    Task<ToolResult<WorkingSection>> GetWorkingContextAsync(DateTimeOffset asOf, Symbol? symbol = null, CancellationToken cancellationToken = default);

    /// <summary>Writes a note that ends by itself.</summary>
    Task<ToolResult<WorkingNote>> SetWorkingNoteAsync(DateTimeOffset asOf, string topic, string text, TimeSpan timeToLive, CancellationToken cancellationToken = default);

    /// <summary>How situations like this one went.</summary>
    Task<ToolResult<EpisodeRecall>> RecallEpisodesAsync(DateTimeOffset asOf, EpisodeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Past losing decisions like the intended one, nearest first: asked at the point of action.</summary>
    Task<ToolResult<RecalledEpisode>> RecallLosersAsync(
        DateTimeOffset asOf, Situation situation, TradeIntent intent, int k = 3, CancellationToken cancellationToken = default);

    /// <summary>Recent decisions, newest first, with the outcomes that were settled.</summary>
    Task<ToolResult<DecisionSummary>> RecallDecisionsAsync(DateTimeOffset asOf, Symbol? symbol = null, int k = 5, CancellationToken cancellationToken = default);

    /// <summary>Writes down what an agent saw; never a fact about the trader by itself.</summary>
    Task<ToolResult<AgentNote>> RecordObservationAsync(DateTimeOffset asOf, string text, CancellationToken cancellationToken = default);

    /// <summary>Queues a change of the persona for a person to accept or reject.</summary>
    Task<ToolResult<AgentNote>> ProposePersonaUpdateAsync(
        DateTimeOffset asOf, string attribute, string value, IReadOnlyList<string> evidenceIds, CancellationToken cancellationToken = default);

    /// <summary>What sizer and gate would say. Sends nothing.</summary>
    Task<ToolResult<IntentCheck>> CheckIntentAsync(DateTimeOffset asOf, TradeIntent intent, CancellationToken cancellationToken = default);

    /// <summary>What led to a decision and what became of it.</summary>
    Task<ToolResult<DecisionExplanation>> WhyAsync(DateTimeOffset asOf, string decisionId, CancellationToken cancellationToken = default);

    /// <summary>Events between two instants, oldest first.</summary>
    Task<ToolResult<EventEntry>> ListEventsAsync(
        DateTimeOffset asOf, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<string>? types = null, CancellationToken cancellationToken = default);
}

/// <summary>What episodes to recall.</summary>
public sealed record EpisodeRequest
{
    /// <summary>The most episodes a request may ask for.</summary>
    public const int MaxK = 20;

    /// <summary>The situation to compare with; null takes the last one observed.</summary>
    public Situation? Situation { get; init; }

    /// <summary>Words to search by.</summary>
    public string? Query { get; init; }

    /// <summary>How many episodes, 1-<see cref="MaxK"/>.</summary>
    public int K { get; init; } = 6;

    /// <summary>Only this market.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary>Only with one of these events; empty for all.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>Only in this regime.</summary>
    public MarketRegime? Regime { get; init; }

    /// <summary>Only what was known at or after this instant.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>An attribute with its past.</summary>
/// <param name="Attribute">As it is.</param>
/// <param name="History">As it was, oldest first.</param>
public sealed record AttributeExplanation(TraderAttribute Attribute, IReadOnlyList<TraderAttribute> History);

/// <summary>A decision and what became of it.</summary>
/// <param name="DecisionId">Its id.</param>
/// <param name="Symbol">Which market.</param>
/// <param name="AsOf">When.</param>
/// <param name="Direction">What was wanted.</param>
/// <param name="Conviction">How sure.</param>
/// <param name="Verdict">What the gate said.</param>
/// <param name="Outcomes">Settled outcomes, shortest horizon first.</param>
public sealed record DecisionSummary(
    string DecisionId, Symbol Symbol, DateTimeOffset AsOf, IntentDirection Direction, double Conviction, GateVerdict? Verdict, IReadOnlyList<Outcome> Outcomes);

/// <summary>Everything about one decision.</summary>
/// <param name="Decision">The record.</param>
/// <param name="Cited">What the intent cited, as it stands in the journal.</param>
/// <param name="Outcomes">Settled outcomes, shortest horizon first.</param>
/// <param name="Assessments">Assessments by then.</param>
/// <param name="Reflections">Reflections by then.</param>
public sealed record DecisionExplanation(
    Decision Decision,
    IReadOnlyList<JournalEntry> Cited,
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<Assessment> Assessments,
    IReadOnlyList<Reflection> Reflections);

/// <summary>What sizer and gate would say of an intent.</summary>
/// <param name="SizeTrace">What each rule of the sizer allows.</param>
/// <param name="Gate">What the gate says; null when there is no order to check.</param>
public sealed record IntentCheck(IReadOnlyList<SizeStep> SizeTrace, GateResult? Gate);

/// <summary>The host's dry run of sizer and gate, for <see cref="IMemoryToolkit.CheckIntentAsync"/>.</summary>
public interface IIntentChecker
{
    /// <summary>What sizer and gate would say. Sends nothing and changes nothing.</summary>
    IntentCheck Check(TradeIntent intent, DateTimeOffset asOf);
}
