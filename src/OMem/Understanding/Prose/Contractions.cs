using System.Collections.Frozen;

namespace OMem.Understanding.Prose;

/// <summary>English contractions and chat spellings as the words they stand for.</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, string[]> Whole = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["can't"] = ["can", "not"],
        ["cannot"] = ["can", "not"],
        ["cant"] = ["can", "not"],
        ["won't"] = ["will", "not"],
        ["wont"] = ["will", "not"],
        ["shan't"] = ["shall", "not"],
        ["ain't"] = ["am", "not"],
        ["dont"] = ["do", "not"],
        ["doesnt"] = ["does", "not"],
        ["didnt"] = ["did", "not"],
        ["isnt"] = ["is", "not"],
        ["arent"] = ["are", "not"],
        ["wasnt"] = ["was", "not"],
        ["havent"] = ["have", "not"],
        ["im"] = ["i", "am"],
        ["ive"] = ["i", "have"],
        ["gonna"] = ["going", "to"],
        ["wanna"] = ["want", "to"],
        ["gotta"] = ["have", "to"],
        ["let's"] = ["let", "us"],
        ["cuz"] = ["because"],
        ["coz"] = ["because"],
        ["cos"] = ["because"],
        ["'cause"] = ["because"],
        ["bc"] = ["because"],
        ["u"] = ["you"],
        ["ur"] = ["your"],
        ["favorite"] = ["favourite"],
        ["fave"] = ["favourite"],
        ["fav"] = ["favourite"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Tail, string Word)[] Tails =
    [
        ("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "'d"),
    ];

    /// <summary>Words whose "'s" is "is" or "has", not a possessive.</summary>
    private static readonly FrozenSet<string> TakesIs = new[]
    {
        "he", "she", "it", "that", "this", "there", "here", "what", "who", "where", "how", "when", "name", "everything", "everyone",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words a token stands for; the token itself when it is no contraction.</summary>
    /// <param name="token">Lower case, with straight apostrophes.</param>
    public static ReadOnlySpan<string> Expand(string token)
    {
        if (Whole.TryGetValue(token, out var words))
        {
            return words;
        }

        if (token.Contains('\'', StringComparison.Ordinal))
        {
            foreach (var (tail, word) in Tails)
            {
                if (token.Length > tail.Length && token.EndsWith(tail, StringComparison.Ordinal))
                {
                    return new[] { token[..^tail.Length], word };
                }
            }

            if (token.EndsWith("'s", StringComparison.Ordinal) && TakesIs.Contains(token[..^2]))
            {
                return new[] { token[..^2], "is" };
            }
        }

        return new[] { token };
    }
}
