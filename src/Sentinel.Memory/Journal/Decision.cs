namespace Sentinel.Memory;

/// <summary>Everything that led to one decision, and what was sent. Recorded also when nothing was done.</summary>
public sealed record Decision : IJournalPayload
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Decision;

    /// <summary>The cycle of the run, from 1.</summary>
    public required long Cycle { get; init; }

    /// <summary>Which market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Last close that was known.</summary>
    public decimal? Price { get; init; }

    /// <summary>Average true range that was known, in price.</summary>
    public double? Atr { get; init; }

    /// <summary>Trend and volatility that were known.</summary>
    public MarketRegime Regime { get; init; }

    /// <summary>The market and the position in scale-free features.</summary>
    public required StateVector State { get; init; }

    /// <summary>Position before the decision; below zero is short.</summary>
    public decimal PositionBefore { get; init; }

    /// <summary>The events that were active, oldest first.</summary>
    public IReadOnlyList<MarketEventRef> Events { get; init; } = [];

    /// <summary>SHA-256 of the features, when the market room gives one.</summary>
    public string FeaturesHash { get; init; } = "";

    /// <summary>Where the snapshot can be made again from ("BTCUSDT@2024-01-01T00:00:00Z").</summary>
    public string MarketSnapshotRef { get; init; } = "";

    /// <summary>Ids of what was in the context, in its order.</summary>
    public IReadOnlyList<string> ContextIds { get; init; } = [];

    /// <summary>What did not fit or was left out, and why.</summary>
    public IReadOnlyList<DroppedItem> Dropped { get; init; } = [];

    /// <summary>What the agents proposed, in a fixed order.</summary>
    public IReadOnlyList<AgentProposal> Proposals { get; init; } = [];

    /// <summary>What the manager wants.</summary>
    public required TradeIntent Intent { get; init; }

    /// <summary>What each rule of the sizer allowed.</summary>
    public IReadOnlyList<SizeStep> SizeTrace { get; init; } = [];

    /// <summary>The quantity that was sized; 0 for none.</summary>
    public decimal Quantity { get; init; }

    /// <summary>What the gate said; null when no order was made.</summary>
    public GateVerdict? Verdict { get; init; }

    /// <summary>Each clamp and denial.</summary>
    public IReadOnlyList<GateFinding> Gate { get; init; } = [];

    /// <summary>Client ids of the orders that were sent.</summary>
    public IReadOnlyList<string> OrderIds { get; init; } = [];

    /// <summary>Replay, paper or live.</summary>
    public RunMode Mode { get; init; }

    /// <summary>The arm of the experiment, or <c>all</c>.</summary>
    public string Arm { get; init; } = "all";

    /// <summary>The seed of the run.</summary>
    public long Seed { get; init; }

    /// <summary>The model behind the manager; null for rules.</summary>
    public string? ModelId { get; init; }

    /// <summary>SHA-256 of the prompt; null for rules.</summary>
    public string? PromptHash { get; init; }

    /// <summary>The id of a decision: the same scope, cycle, market and time give the same.</summary>
    public static string MakeId(OMem.MemoryScope scope, long cycle, Symbol symbol, DateTimeOffset asOf) =>
        JournalIds.Derive("dec", scope.ToString(), cycle.ToString(System.Globalization.CultureInfo.InvariantCulture), symbol.Value, JournalIds.Time(asOf));
}

/// <summary>How orders reach a venue.</summary>
public enum RunMode
{
    /// <summary>Recorded bars and a simulated venue.</summary>
    Replay = 0,

    /// <summary>A live clock and a simulated venue.</summary>
    Paper = 1,

    /// <summary>A live clock and a real venue.</summary>
    Live = 2,
}

/// <summary>What one agent proposed.</summary>
/// <param name="Agent">Its name.</param>
/// <param name="Version">Its version; for a model-backed one with model and prompt.</param>
/// <param name="Output">What it said, as JSON; empty when it failed.</param>
/// <param name="Tokens">Tokens it took, 0 for rules.</param>
/// <param name="Failure">Why it failed; null when it did not. A failure is never a vote.</param>
public sealed record AgentProposal(string Agent, string Version, string Output, int Tokens = 0, string? Failure = null);

/// <summary>An event that bore on a decision.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Side">1 up, -1 down, 0 neither.</param>
/// <param name="Severity">How far beyond its threshold.</param>
/// <param name="KnownAt">From when it was known.</param>
public sealed record MarketEventRef(string Id, string Type, int Side, double Severity, DateTimeOffset KnownAt)
{
    /// <summary>The reference to an event.</summary>
    public static MarketEventRef Of(MarketEvent marketEvent) =>
        new(marketEvent.Id, marketEvent.Type, marketEvent.Side, marketEvent.Severity, marketEvent.KnownAt);
}

/// <summary>Something that was found and not given.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Section">The part of the context it would have stood in.</param>
/// <param name="Reason">Why not: <c>budget</c>, <c>quota</c>, <c>duplicate</c>, <c>below_threshold</c>.</param>
public sealed record DroppedItem(string Id, string Section, string Reason);
