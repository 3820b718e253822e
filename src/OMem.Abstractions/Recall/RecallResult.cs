namespace OMem;

/// <summary>What the memory knows about a question.</summary>
/// <param name="Items">Best first, inside the budget.</param>
/// <param name="Context">The items as a block of quoted data, ready to be put before a model as user-role text.</param>
/// <param name="Signal">How likely it is that the memory holds an answer at all.</param>
/// <param name="Analysis">How the question was understood.</param>
/// <param name="Tokens">Tokens the items take together.</param>
/// <param name="LogSequence">The log position the answer is based on.</param>
/// <param name="Trace">Every candidate with its scores, when asked for.</param>
public sealed record RecallResult(
    IReadOnlyList<RecallItem> Items,
    string Context,
    KnowledgeSignal Signal,
    QueryAnalysis Analysis,
    int Tokens,
    long LogSequence,
    RecallTrace? Trace);

/// <summary>One recalled item.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The interaction's id, or the persona item's.</param>
/// <param name="Text">Its words.</param>
/// <param name="Score">The fused score; comparable inside one result only.</param>
/// <param name="Tokens">Tokens it takes.</param>
/// <param name="Citations">The interactions it rests on; for an interaction, itself.</param>
/// <param name="Why">Why it was recalled, in a few words.</param>
public sealed record RecallItem(
    RecallItemKind Kind,
    string Id,
    string Text,
    double Score,
    int Tokens,
    IReadOnlyList<Citation> Citations,
    string Why)
{
    /// <summary>From when a persona item is true; null for an interaction.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when a persona item is true.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>When a persona item stopped being believed as current; null while it is, and for an interaction.</summary>
    public DateTimeOffset? SupersededAt { get; init; }

    /// <summary>How far its source is believed: of a message, that of its speaker; attributes and facts rest on what is trusted or corroborated.</summary>
    public SourceTrust Trust { get; init; } = SourceTrust.Trusted;

    /// <summary>True for a turn that was added because it stands next to a recalled one.</summary>
    public bool IsNeighbour { get; init; }
}

/// <summary>Where an item comes from.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="Sequence">Its log position.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Role">What kind of party the speaker is: the trust of the source travels with the text.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Session">In which conversation.</param>
public sealed record Citation(
    string InteractionId,
    long Sequence,
    string Speaker,
    SpeakerRole Role,
    DateTimeOffset OccurredAt,
    string? Session);

/// <summary>Whether the memory holds an answer: "nothing known" is an answer too.</summary>
/// <param name="Probability">Calibrated probability, 0-1, that an answer is among the best items.</param>
/// <param name="IsKnown">Whether the probability reaches the threshold of the options.</param>
/// <param name="Reason">Why, in a few words ("none of the clues occurs", "all clues together in one turn").</param>
public sealed record KnowledgeSignal(double Probability, bool IsKnown, string Reason);
