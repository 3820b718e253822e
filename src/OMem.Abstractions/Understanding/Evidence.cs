namespace OMem;

/// <summary>The words of one interaction that a derived item rests on.</summary>
/// <param name="Sequence">Log position of the interaction.</param>
/// <param name="InteractionId">The interaction's id.</param>
/// <param name="Start">First UTF-16 unit of the span in the text; 0 with <paramref name="Length"/> 0 means the whole text.</param>
/// <param name="Length">Length of the span in UTF-16 units.</param>
public sealed record Evidence(long Sequence, string InteractionId, int Start, int Length);
