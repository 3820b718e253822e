using System.Collections.Frozen;
using OMem.Understanding.Attributes;

namespace OMem.Consolidation;

/// <summary>People, pets and things are often said vaguely first: "my dog", then "my dog Rex". Two names are never one refinement of the other.</summary>
internal static class Refinement
{
    private static readonly FrozenSet<string> Aspects = new[]
    {
        AttributeWords.Relation, "pet", "vehicle", "property", "instrument", "business", "possession", "health",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether values of an aspect are refined.</summary>
    public static bool Knows(string aspect) => Aspects.Contains(aspect);

    /// <summary>The current item that is a vaguer or more precise wording of the statement; null when there is none, or several.</summary>
    public static ItemEntry? Of(Statement value, IEnumerable<ItemEntry> sharing)
    {
        if (!Aspects.Contains(value.Aspect))
        {
            return null;
        }

        var found = sharing.Where(entry => entry.IsCurrent && entry.Item.Polarity == value.Polarity
            && (entry.Key.IsPartOf(value.Key) || value.Key.IsPartOf(entry.Key))).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
