using System.Collections.Frozen;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>What of a person a parting can end, told by its verb: one leaves parties too, and still loves them.</summary>
internal static class PartedAspects
{
    /// <summary>What one leaves or moves out of.</summary>
    public const string Places = "*places";

    /// <summary>What one sells, loses or gives away.</summary>
    public const string Things = "*things";

    /// <summary>What one drops.</summary>
    public const string Pursuits = "*pursuits";

    /// <summary>What one closes.</summary>
    public const string Businesses = "*businesses";

    /// <summary>What one is over.</summary>
    public const string Likings = "*likings";

    /// <summary>What one quits.</summary>
    public const string Work = "*work";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Families = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        [Places] = WordSet.Of("home household property employer job role activity"),
        [Things] = WordSet.Of("possession vehicle property pet business instrument preference habit"),
        [Pursuits] = WordSet.Of("goal activity learning habit role skill"),
        [Businesses] = WordSet.Of("business employer job habit property"),
        [Likings] = WordSet.Of("preference activity habit goal"),
        [Work] = WordSet.Of("employer job role habit activity"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Who one is does not end with a thing that is named alike.</summary>
    private static readonly FrozenSet<string> Lasting = WordSet.Of("name origin nationality birthday age identity language allergy");

    /// <summary>Whether a parting from one of these can end an attribute of an aspect.</summary>
    public static bool CanEnd(string parted, string aspect) =>
        parted is AttributeWords.AnyAspect ? !Lasting.Contains(aspect)
        : Families.TryGetValue(parted, out var family) ? family.Contains(aspect)
        : string.Equals(parted, aspect, StringComparison.Ordinal);
}
