namespace Sentinel.Memory;

/// <summary>Whether a decision was well made, judged by what was known, and beside it whether it ended well.</summary>
public sealed record Assessment : IJournalPayload
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Assessment;

    /// <summary>The decision.</summary>
    public required string DecisionId { get; init; }

    /// <summary>The outcome it was set against.</summary>
    public required string OutcomeId { get; init; }

    /// <summary>Whether the decision was a good one. No result enters here.</summary>
    public required bool GoodDecision { get; init; }

    /// <summary>Whether it ended well.</summary>
    public required bool GoodOutcome { get; init; }

    /// <summary>Both together.</summary>
    public AssessmentVerdict Verdict => (GoodDecision, GoodOutcome) switch
    {
        (true, true) => AssessmentVerdict.Deserved,
        (true, false) => AssessmentVerdict.BadLuck,
        (false, true) => AssessmentVerdict.GoodLuck,
        (false, false) => AssessmentVerdict.DeservedLoss,
    };

    /// <summary>(realised - expected) / sd of like results, in R; null with fewer than two of them or without R.</summary>
    public double? Surprise { get; init; }

    /// <summary>What was found wanting in the decision: <c>no_stop</c>, <c>no_invalidation</c>, <c>denied</c>, <c>clamped</c>, <c>thesis_invalidated</c>, <c>size_not_ruled</c>, <c>uncited</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>Skill and luck.</summary>
public enum AssessmentVerdict
{
    /// <summary>Good decision, good end.</summary>
    Deserved = 0,

    /// <summary>Good decision, bad end.</summary>
    BadLuck = 1,

    /// <summary>Bad decision, good end.</summary>
    GoodLuck = 2,

    /// <summary>Bad decision, bad end.</summary>
    DeservedLoss = 3,
}
