using OMem.Consolidation;

namespace OMem.Trust;

/// <summary>Whether two items say the same, or speak against each other, for what is held back beside what is believed.</summary>
internal static class HeldMatch
{
    /// <summary>Whether two entries of one group say the same: of facts, about the same time.</summary>
    public static bool Says(ItemEntry known, ItemEntry said)
    {
        if (said.Item.Kind is PersonaItemKind.Attribute)
        {
            return known.Item.Polarity == said.Item.Polarity && Paraphrase.Is(known.Key, said.Key, Similarity.Cosine(known.Vector, said.Vector));
        }

        var item = said.Item;
        var when = item.ValidFrom is null && item.ValidTo is null ? null : new TimeRange(item.ValidFrom, item.ValidTo, item.Approximate);
        var told = new FactTelling(item.Aspect is FactConsolidator.Plan, item.Polarity, when, item.LastStatedAt ?? item.RecordedAt);
        return FactMatch.Of([known], said.Key, said.Vector, told).Same is not null;
    }

    /// <summary>Whether an item contradicts another of the same subject: the same thing denied, or another value where there is one at a time.</summary>
    public static bool Contradicts(PersonaItem left, PersonaItem right) =>
        Contradicts(left, ItemEntry.KeyOf(left), right, ItemEntry.KeyOf(right));

    /// <summary>The same, with keys that are made already.</summary>
    public static bool Contradicts(PersonaItem left, ValueKey leftKey, PersonaItem right, ValueKey rightKey)
    {
        if (left.Kind != right.Kind || !string.Equals(left.Subject, right.Subject, StringComparison.Ordinal) || !string.Equals(left.Aspect, right.Aspect, StringComparison.Ordinal))
        {
            return false;
        }

        return left.Polarity != right.Polarity
            ? leftKey.Overlap(rightKey) >= ConsolidationLimits.SameByWords
            : left is { Exclusive: true, Polarity: Polarity.Positive } && right.Exclusive && !Paraphrase.Is(leftKey, rightKey, cosine: null)
                && !leftKey.IsPartOf(rightKey) && !rightKey.IsPartOf(leftKey);
    }
}
