namespace OMem.Understanding.Llm;

/// <summary>What one reading call holds.</summary>
/// <param name="Interactions">The interactions to read, in log order.</param>
/// <param name="Context">What came before them, oldest first.</param>
/// <param name="MostTextTokens">The most tokens sent of one text to read.</param>
/// <param name="MostContextTokens">The most tokens sent of one text of the context.</param>
/// <param name="PromptTokens">Estimated tokens of the whole prompt.</param>
internal sealed record ReadingChunk(
    IReadOnlyList<StoredInteraction> Interactions,
    IReadOnlyList<StoredInteraction> Context,
    int MostTextTokens,
    int MostContextTokens,
    int PromptTokens);
