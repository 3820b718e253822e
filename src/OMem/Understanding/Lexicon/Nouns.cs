using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace OMem.Understanding.Lexicon;

/// <summary>Nouns the attribute rules know: relatives, occupations, belongings, conditions.</summary>
internal static class Nouns
{
    /// <summary>People a speaker can have: sister, boss, friends.</summary>
    public static FrozenSet<string> Relations { get; } =
        WordFile.Words("relations").Select(word => word.TrimStart('+')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Relations one has only one of at a time: wife, boss.</summary>
    public static FrozenSet<string> SoleRelations { get; } =
        WordFile.Words("relations").Where(word => word[0] == '+').Select(word => word[1..]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Heads of noun phrases for a way to earn a living.</summary>
    public static FrozenSet<string> Occupations { get; } = WordSet.OfFile("occupations");

    /// <summary>Health conditions.</summary>
    public static FrozenSet<string> Conditions { get; } = WordSet.OfFile("conditions");

    /// <summary>What kind of belonging a noun is ("dog": pet), for the nouns that name one.</summary>
    public static FrozenDictionary<string, string> Belongings { get; } = LoadBelongings();

    /// <summary>Gets the kind of a belonging; any "...shop" and "...store" is a business.</summary>
    public static bool TryGetBelonging(string noun, [NotNullWhen(true)] out string? group)
    {
        if (Belongings.TryGetValue(noun, out group))
        {
            return true;
        }

        group = noun.Length > 6 && (noun.EndsWith("shop", StringComparison.Ordinal) || noun.EndsWith("store", StringComparison.Ordinal)) ? "business" : null;
        return group is not null;
    }

    private static FrozenDictionary<string, string> LoadBelongings()
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in WordFile.Lines("belongings"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in WordFile.Split(line[(colon + 1)..]))
            {
                groups.TryAdd(word, line[..colon]);
            }
        }

        return groups.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
