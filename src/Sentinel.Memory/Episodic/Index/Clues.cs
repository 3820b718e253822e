namespace Sentinel.Memory;

/// <summary>What brings an episode back beside its state: the types of its events and the words of feeds.</summary>
internal static class Clues
{
    private const int ShortestWord = 3;

    private static readonly HashSet<string> Common = new(
        [
            "the", "and", "for", "with", "from", "that", "this", "was", "are", "has", "have", "had", "will", "its", "not", "but", "after", "over", "into", "were",
            "been", "about", "than", "their", "they", "would", "could", "should", "which", "when", "what", "who", "how", "all", "any", "our", "your", "you", "she", "his", "her",
        ],
        StringComparer.Ordinal);

    public static string Event(string type, int side) => side is 0 ? $"event:{type}" : side > 0 ? $"event:{type}:up" : $"event:{type}:down";

    public static string Event(string type) => $"event:{type}";

    /// <summary>Clues of an episode, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<MarketEventRef> events, IEnumerable<string> feeds)
    {
        var clues = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var happening in events)
        {
            clues.Add(Event(happening.Type));
            clues.Add(Event(happening.Type, happening.Side));
        }

        foreach (var feed in feeds)
        {
            clues.UnionWith(Words(feed));
        }

        return [.. clues];
    }

    /// <summary>Words that may be a clue: letters and digits, of some length, none that every text has.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                var word = text[start..i].ToLowerInvariant();
                start = -1;
                if (word.Length >= ShortestWord && !Common.Contains(word))
                {
                    yield return $"word:{word}";
                }
            }
        }
    }
}
