namespace OMem.Evaluation;

/// <summary>
/// BLEU with weights (1, 0, 0, 0), one reference, lower-case NLTK word tokens. NLTK's smoothing method 1 touches only the longer n-grams,
/// whose weight is 0, so it changes nothing.
/// </summary>
internal static class Bleu1
{
    /// <summary>Brevity penalty x clipped unigram precision, 0-1; 0 with no overlap or an empty answer.</summary>
    public static double Of(string answer, string gold)
    {
        var given = NltkWords.Of(answer.ToLowerInvariant());
        var right = NltkWords.Of(gold.ToLowerInvariant());
        if (given.Count == 0)
        {
            return 0;
        }

        var reference = right.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var clipped = given.CountBy(word => word, StringComparer.Ordinal).Sum(pair => Math.Min(pair.Value, reference.GetValueOrDefault(pair.Key)));
        var penalty = given.Count > right.Count ? 1 : Math.Exp(1 - (right.Count / (double)given.Count));
        return penalty * clipped / given.Count;
    }
}
