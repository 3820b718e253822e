using OMem.Consolidation;

namespace OMem.Trust;

/// <summary>Whether two items say the same, or speak against each other, for what is held back beside what is believed.</summary>
internal static class HeldMatch
{
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
