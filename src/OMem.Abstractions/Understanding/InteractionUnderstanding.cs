namespace OMem;

/// <summary>What was read out of one interaction. Every list may be empty: small talk yields nothing.</summary>
/// <param name="Sequence">Log position of the interaction.</param>
/// <param name="Topics">The topics it touches.</param>
/// <param name="Attributes">What it says about what people are like.</param>
/// <param name="Facts">What it says has happened or will.</param>
public sealed record InteractionUnderstanding(
    long Sequence,
    IReadOnlyList<TopicCandidate> Topics,
    IReadOnlyList<AttributeCandidate> Attributes,
    IReadOnlyList<FactCandidate> Facts);
