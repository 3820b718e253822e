using System.Collections.Frozen;

namespace OMem.Understanding.Lexicon;

/// <summary>Makes closed word lists.</summary>
internal static class WordSet
{
    /// <summary>A set of the words in a text, separated by white space.</summary>
    public static FrozenSet<string> Of(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A set of the words of an embedded list.</summary>
    public static FrozenSet<string> OfFile(string name) => WordFile.Words(name).ToFrozenSet(StringComparer.Ordinal);
}
