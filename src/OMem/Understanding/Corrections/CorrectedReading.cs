using OMem.Understanding.Prose;

namespace OMem.Understanding.Corrections;

/// <summary>Applies a correction: reads the earlier message again with the right words and keeps what came out differently.</summary>
internal static class CorrectedReading
{
    /// <summary>What the correction changes, or nothing when the words it corrects are not found.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="stored">The message that makes it.</param>
    /// <param name="earlier">Messages of the same speaker to look in, the latest first; the part of this message before the correction comes first.</param>
    public static (IReadOnlyList<AttributeCandidate> Attributes, IReadOnlyList<FactCandidate> Facts) Read(
        Correction correction, StoredInteraction stored, IEnumerable<StoredInteraction> earlier)
    {
        var evidence = new Evidence(
            stored.Sequence, stored.Interaction.Id, correction.Phrase.SourceStart, correction.Phrase.SourceEnd - correction.Phrase.SourceStart);
        foreach (var message in earlier)
        {
            var before = Understand(message);
            var wrong = correction.Wrong ?? Guess(correction.Right, before.Attributes);
            var text = wrong is null ? null : CorrectedText.Replace(message.Interaction.Text, wrong, correction.Right);
            if (text is null)
            {
                continue;
            }

            var after = Understand(message with { Interaction = message.Interaction with { Text = text } });
            var attributes = Changed(before.Attributes, after.Attributes, evidence);
            var facts = Changed(before.Facts, after.Facts, evidence);
            if (attributes.Count + facts.Count > 0)
            {
                return (attributes, facts);
            }
        }

        return ([], []);
    }

    private static (IReadOnlyList<AttributeCandidate> Attributes, IReadOnlyList<FactCandidate> Facts) Understand(StoredInteraction message) =>
        MessageReading.Read(message, ProseReader.Read(message.Interaction.Text));

    /// <summary>Without the wrong words: the last value of the same make, a name for a name and a number for a number.</summary>
    private static string? Guess(string right, IReadOnlyList<AttributeCandidate> attributes) =>
        attributes.LastOrDefault(candidate => candidate.Value.Length > 1 && Make(candidate.Value) == Make(right) && Make(right) != 0)?.Value;

    private static int Make(string value) => char.IsAsciiDigit(value[0]) ? 1 : char.IsUpper(value[0]) ? 2 : 0;

    private static List<AttributeCandidate> Changed(IReadOnlyList<AttributeCandidate> before, IReadOnlyList<AttributeCandidate> after, Evidence evidence)
    {
        var changed = new List<AttributeCandidate>();
        foreach (var candidate in after)
        {
            var old = before.FirstOrDefault(other => string.Equals(other.Aspect, candidate.Aspect, StringComparison.Ordinal)
                && string.Equals(other.Subject, candidate.Subject, StringComparison.Ordinal)
                && !string.Equals(other.Text, candidate.Text, StringComparison.Ordinal)
                && !after.Any(kept => string.Equals(kept.Text, other.Text, StringComparison.Ordinal)));
            if (old is not null && !before.Any(kept => string.Equals(kept.Text, candidate.Text, StringComparison.Ordinal)))
            {
                changed.Add(candidate with { Corrects = old.Value, Evidence = evidence });
            }
        }

        return changed;
    }

    private static List<FactCandidate> Changed(IReadOnlyList<FactCandidate> before, IReadOnlyList<FactCandidate> after, Evidence evidence)
    {
        var changed = new List<FactCandidate>();
        for (var i = 0; i < Math.Min(before.Count, after.Count); i++)
        {
            var isChanged = !string.Equals(before[i].Text, after[i].Text, StringComparison.Ordinal) || before[i].When != after[i].When;
            if (isChanged && before.Count == after.Count)
            {
                changed.Add(after[i] with { Corrects = before[i].Text, Evidence = evidence });
            }
        }

        return changed;
    }
}
