namespace OMem;

/// <summary>Why the result is what it is: the best candidates, kept or not, with what each channel gave them.</summary>
/// <param name="Candidates">Best first; kept ones and near misses.</param>
/// <param name="Considered">How many candidates were scored.</param>
/// <param name="Channels">What each channel did.</param>
public sealed record RecallTrace(
    IReadOnlyList<TraceCandidate> Candidates,
    int Considered,
    IReadOnlyList<ChannelTrace> Channels);

/// <summary>One candidate of a trace.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The interaction's id, or the persona item's.</param>
/// <param name="Score">The fused score.</param>
/// <param name="Contributions">What each feature added to the score (weight x value), largest magnitude first.</param>
/// <param name="Decision">What became of it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record TraceCandidate(
    RecallItemKind Kind,
    string Id,
    double Score,
    IReadOnlyList<FeatureContribution> Contributions,
    TraceDecision Decision,
    string Reason);

/// <summary>What one feature added to a candidate's score.</summary>
/// <param name="Channel">The channel it comes from: <c>persona</c>, <c>working</c> or <c>episodic</c>.</param>
/// <param name="Feature">Its name, as in the weights file.</param>
/// <param name="Value">The feature's value.</param>
/// <param name="Contribution">Weight x value.</param>
public sealed record FeatureContribution(string Channel, string Feature, double Value, double Contribution);

/// <summary>What became of a candidate.</summary>
public enum TraceDecision
{
    /// <summary>It is in the result.</summary>
    Kept = 0,

    /// <summary>It did not fit into the token budget.</summary>
    OverBudget = 1,

    /// <summary>Its rank is beyond the item limit.</summary>
    BelowLimit = 2,

    /// <summary>A filter of the query excludes it.</summary>
    Filtered = 3,

    /// <summary>Another kept item says the same.</summary>
    Duplicate = 4,

    /// <summary>A message that says what no longer holds, to a question about what does.</summary>
    Superseded = 5,
}

/// <summary>What one channel did.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Matched">How many candidates it gave a score.</param>
/// <param name="Note">What it worked with ("5 clues, 2 topics"), in words.</param>
public sealed record ChannelTrace(string Channel, int Matched, string Note);
