using OMem.Understanding.Grammar;

namespace OMem.Understanding.Corrections;

/// <summary>A speaker putting their own words right.</summary>
/// <param name="Wrong">The words to replace; null when only the right ones were said.</param>
/// <param name="Right">The words to put in their place.</param>
/// <param name="Phrase">Where the correction stands.</param>
internal sealed record Correction(string? Wrong, string Right, Phrase Phrase);
