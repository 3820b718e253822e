namespace OMem.Evaluation;

/// <summary>LoCoMo's own score of an answer (variant A): F1 over multisets of stems, by category.</summary>
internal static class OfficialF1
{
    private static readonly string[] Abstentions = ["no information available", "not mentioned"];

    /// <summary>The score, 0-1.</summary>
    /// <param name="category">1 multi-hop, 2 temporal, 3 open-domain, 4 single-hop, 5 adversarial.</param>
    /// <param name="answer">The given answer.</param>
    /// <param name="gold">The right answer; not used in category 5.</param>
    public static double Score(int category, string answer, string gold) => category switch
    {
        1 => OfParts(answer, gold),
        3 => Of(answer, gold.Split(';', 2)[0]),
        5 => IsAbstention(answer) ? 1 : 0,
        _ => Of(answer, gold),
    };

    /// <summary>Whether an answer says that there is nothing to answer with, as the official scorer sees it.</summary>
    public static bool IsAbstention(string answer) => Abstentions.Any(words => answer.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>2PR / (P + R) over multisets of stems; 0 when none is shared.</summary>
    public static double Of(string answer, string gold)
    {
        var given = OfficialWords.Stems(answer);
        var right = OfficialWords.Stems(gold);
        var left = right.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var same = 0;
        foreach (var word in given)
        {
            if (left.TryGetValue(word, out var count) && count > 0)
            {
                left[word] = count - 1;
                same++;
            }
        }

        return HarmonicMean.Of(same, given.Count, right.Count);
    }

    /// <summary>Lists: the mean over the parts of the gold of the best part of the answer. Split before punctuation is taken out.</summary>
    private static double OfParts(string answer, string gold)
    {
        var given = answer.Split(',');
        return gold.Split(',').Average(part => given.Max(candidate => Of(candidate, part)));
    }
}
