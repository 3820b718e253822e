using OMem.Understanding.Grammar;

namespace OMem.Understanding.Facts;

/// <summary>An event as the grammar reads it, before time is resolved.</summary>
/// <param name="Subject">Whom it happened to.</param>
/// <param name="Lead">Subject and verb in the third person ("Alice did not run").</param>
/// <param name="Rest">What follows the verb, time expressions still in it.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Polarity">Affirmed or denied.</param>
/// <param name="Tense">Happened or planned.</param>
/// <param name="Confidence">Sureness of the reading, 0-1.</param>
/// <param name="NeedsTime">Whether it counts as an event only with a time expression.</param>
internal sealed record FactDraft(
    string Subject, string Lead, Phrase Rest, Clause Clause, Polarity Polarity, Tense Tense, double Confidence, bool NeedsTime);
