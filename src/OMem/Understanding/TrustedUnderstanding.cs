using OMem.Consolidation;

namespace OMem.Understanding;

/// <summary>
/// What may be consolidated of a reader's answer. Only a person's own message may say what people are like or what happened; evidence
/// points into the message; the order is fixed, so that a memory read anew from the store decides as one that was kept.
/// </summary>
internal static class TrustedUnderstanding
{
    /// <summary>Pairs interactions with understandings.</summary>
    /// <exception cref="InvalidOperationException">The reader answered for other interactions, or in another order.</exception>
    public static List<(StoredInteraction Stored, InteractionUnderstanding Understanding)> Of(
        IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<InteractionUnderstanding> read)
    {
        if (read.Count != interactions.Count || interactions.Where((stored, i) => stored.Sequence != read[i].Sequence).Any())
        {
            throw new InvalidOperationException($"The reader gave {read.Count} understandings for {interactions.Count} interactions, or in another order.");
        }

        return [.. interactions.Select((stored, i) => (stored, Trust(stored, read[i])))];
    }

    private static InteractionUnderstanding Trust(StoredInteraction stored, InteractionUnderstanding read)
    {
        var isPerson = stored.Interaction.Role is SpeakerRole.Person;
        return read with
        {
            Topics = [.. read.Topics.Where(topic => !string.IsNullOrWhiteSpace(topic.Label))
                .Select(topic => topic with { Evidence = Within(topic.Evidence, stored) })
                .OrderBy(topic => StableId.Of("t_", topic.Label), StringComparer.Ordinal)],
            Attributes = isPerson
                ? [.. read.Attributes.Where(attribute => !string.IsNullOrWhiteSpace(attribute.Subject) && !string.IsNullOrWhiteSpace(attribute.Value) && !string.IsNullOrWhiteSpace(attribute.Text))
                    .Select(attribute => attribute with { Evidence = Within(attribute.Evidence, stored) })
                    .OrderBy(attribute => attribute.Evidence.Start)]
                : [],
            Facts = isPerson
                ? [.. read.Facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Subject) && !string.IsNullOrWhiteSpace(fact.Text))
                    .Select(fact => fact with { Evidence = Within(fact.Evidence, stored) })
                    .OrderBy(fact => fact.Evidence.Start)]
                : [],
        };
    }

    private static Evidence Within(Evidence evidence, StoredInteraction stored)
    {
        var length = stored.Interaction.Text.Length;
        var start = Math.Clamp(evidence.Start, 0, length);
        return new Evidence(stored.Sequence, stored.Interaction.Id, start, Math.Clamp(evidence.Length, 0, length - start));
    }
}
