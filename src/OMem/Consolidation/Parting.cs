using System.Collections.Frozen;
using OMem.Understanding.Attributes;
using OMem.Understanding.Lexicon;

namespace OMem.Consolidation;

/// <summary>Ends what somebody has parted with: everything that is known of them and is about it, in the aspects that were meant.</summary>
internal static class Parting
{
    /// <summary>Where the thing parted with may be said more precisely than it was known: "the Queens apartment" is the home in Queens.</summary>
    private static readonly FrozenSet<string> Owned = WordSet.Of("home household property vehicle possession pet employer relation");

    /// <summary>Words that name no thing of their own.</summary>
    private static readonly FrozenSet<string> Vague = WordSet.Of("work job home hous place thing peopl dai time school life world");

    public static void End(Editor editor, Statement value)
    {
        if (value.Key.Stems.Count == 0 || value.Key.Stems.All(Vague.Contains))
        {
            return;
        }

        foreach (var aspect in editor.State.AspectsOf(value.Subject).Where(aspect => PartedAspects.CanEnd(value.Aspect, aspect)).ToList())
        {
            var known = editor.State.Items.Sharing(DerivedState.AttributeGroup(value.Subject, aspect), value.Key);
            foreach (var entry in known.Where(entry => IsAbout(entry, value, aspect) && !editor.IsOlder(entry)).ToList())
            {
                editor.End(entry, value.Evidence, value.EndOf(entry), "the speaker has parted with it", similarity: null);
            }
        }
    }

    private static bool IsAbout(ItemEntry entry, Statement value, string aspect) =>
        entry is { IsCurrent: true, Item.Polarity: Polarity.Positive }
        && entry.Item.Evidence.All(evidence => evidence.Sequence != value.Evidence.Sequence)
        && (string.Equals(entry.Key.Text, value.Key.Text, StringComparison.Ordinal) || value.Key.IsPartOf(entry.Key) || (Owned.Contains(aspect) && entry.Key.IsPartOf(value.Key)));
}
