using OMem.Consolidation;
using OMem.Trust;
using OMem.Understanding.Attributes;

namespace OMem.Understanding;

/// <summary>
/// What may be consolidated of a reader's answer. The message decides who a statement is from, never the reader: of a source that nothing is
/// concluded from it is nothing; a source of low trust can neither end nor correct anything, and one that is no person says nothing of itself.
/// Evidence points into the message; the order is fixed, so that a memory read anew from the store decides as one that was kept.
/// </summary>
internal static class TrustedUnderstanding
{
    /// <summary>Pairs interactions with understandings.</summary>
    /// <exception cref="InvalidOperationException">The reader answered for other interactions, or in another order.</exception>
    public static List<(StoredInteraction Stored, InteractionUnderstanding Understanding)> Of(
        IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<InteractionUnderstanding> read, SourceRules? rules = null)
    {
        if (read.Count != interactions.Count || interactions.Where((stored, i) => stored.Sequence != read[i].Sequence).Any())
        {
            throw new InvalidOperationException($"The reader gave {read.Count} understandings for {interactions.Count} interactions, or in another order.");
        }

        return [.. interactions.Select((stored, i) => (stored, Trust(stored, read[i], rules ?? SourceRules.Default)))];
    }

    private static InteractionUnderstanding Trust(StoredInteraction stored, InteractionUnderstanding read, SourceRules rules)
    {
        var standing = rules.Of(stored.Interaction);
        var isUntrusted = rules.TrustOf(stored.Interaction) is SourceTrust.Untrusted;
        return read with
        {
            Topics = isUntrusted ? [] : [.. read.Topics.Where(topic => !string.IsNullOrWhiteSpace(topic.Label))
                .Select(topic => topic with { Evidence = Within(topic.Evidence, stored) })
                .OrderBy(topic => StableId.Of("t_", topic.Label), StringComparer.Ordinal)],
            Attributes = standing is Standing.Nothing ? [] : [.. read.Attributes.Where(attribute => IsSaid(attribute, stored, standing))
                .Select(attribute => attribute with { Evidence = Within(attribute.Evidence, stored) })
                .OrderBy(attribute => attribute.Evidence.Start)],
            Facts = standing is Standing.Nothing ? [] : [.. read.Facts.Where(fact => IsSaid(fact, stored, standing))
                .Select(fact => fact with { Evidence = Within(fact.Evidence, stored) })
                .OrderBy(fact => fact.Evidence.Start)],
        };
    }

    private static bool IsSaid(AttributeCandidate attribute, StoredInteraction stored, Standing standing) =>
        !string.IsNullOrWhiteSpace(attribute.Subject) && !string.IsNullOrWhiteSpace(attribute.Value) && !string.IsNullOrWhiteSpace(attribute.Text)
        && IsOfAPerson(attribute.Subject, stored.Interaction)
        && (standing is Standing.Believed || (attribute is { Corrects: null } && attribute.Tense is not Tense.Ended && attribute.Value is not AttributeWords.Current));

    private static bool IsSaid(FactCandidate fact, StoredInteraction stored, Standing standing) =>
        !string.IsNullOrWhiteSpace(fact.Subject) && !string.IsNullOrWhiteSpace(fact.Text)
        && IsOfAPerson(fact.Subject, stored.Interaction)
        && (standing is Standing.Believed || fact.Corrects is null);

    private static bool IsOfAPerson(string subject, Interaction said) =>
        said.Role is SpeakerRole.Person || !string.Equals(subject, said.Speaker, StringComparison.OrdinalIgnoreCase);

    private static Evidence Within(Evidence evidence, StoredInteraction stored)
    {
        var length = stored.Interaction.Text.Length;
        var start = Math.Clamp(evidence.Start, 0, length);
        return new Evidence(stored.Sequence, stored.Interaction.Id, start, Math.Clamp(evidence.Length, 0, length - start));
    }
}
