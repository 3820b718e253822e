using OMem.Text;
using OMem.Understanding.Grammar;

namespace OMem.Understanding;

/// <summary>Finds the time expressions of a clause. The costly resolver runs only where a word of time stands.</summary>
internal static class ClauseTimes
{
    private const int LongestClause = 300;

    /// <summary>The expressions, with places in the whole message.</summary>
    public static IReadOnlyList<TimeMention> Of(Clause clause, DateTimeOffset saidAt)
    {
        if (!HasTimeWord(clause))
        {
            return [];
        }

        var words = clause.Sentence.Words;
        var start = words[clause.First].Start;
        var length = Math.Min(words[clause.End - 1].End - start, LongestClause);
        var mentions = TimeExpressionResolver.Resolve(clause.Sentence.Source.Substring(start, length), saidAt);
        return mentions.Count == 0 ? mentions : mentions.Select(mention => mention with { Start = mention.Start + start }).ToArray();
    }

    private static bool HasTimeWord(Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            var word = clause.Sentence.At(i);
            if (TimeWords.IsTimeWord(word) || TimeWords.IsNumber(word) || (TimeWords.IsMonth(word) && clause.Sentence.Words[i].Capital))
            {
                return true;
            }
        }

        return false;
    }
}
