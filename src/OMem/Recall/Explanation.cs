using OMem.Text;

namespace OMem.Recall;

/// <summary>Says in a few words why something was recalled.</summary>
internal static class Explanation
{
    private const int MaxReasons = 3;
    private const int MaxWords = 4;

    /// <summary>Why a turn was recalled: its strongest reasons, strongest first.</summary>
    public static string Of(Ranking ranking, int turn)
    {
        var reasons = new List<string>();
        foreach (var contribution in Contributions(ranking, turn))
        {
            if (contribution.Contribution > 0 && Reason(ranking, turn, contribution.Feature) is { } reason && !reasons.Contains(reason))
            {
                reasons.Add(reason);
            }

            if (reasons.Count == MaxReasons)
            {
                break;
            }
        }

        return reasons.Count == 0 ? "nearest there is" : string.Join("; ", reasons);
    }

    /// <summary>Why a persona item was recalled.</summary>
    public static string Of(StatementMatch<OMem.Storage.StoredItem> match) =>
        match.Coverage > 0 ? "what is known of the person shares words with the question" : "what is known of the person is similar in meaning";

    /// <summary>What each feature added to a turn's score, largest magnitude first, zeros left out.</summary>
    public static List<FeatureContribution> Contributions(Ranking ranking, int turn)
    {
        var contributions = new List<FeatureContribution>();
        foreach (var definition in FeatureCatalog.All)
        {
            var value = ranking.Features.Value(definition.Feature, turn);
            var added = (double)ranking.Profile.Weight(definition.Feature) * value;
            if (added != 0)
            {
                contributions.Add(new FeatureContribution(definition.Channel, definition.Name, value, added));
            }
        }

        contributions.Sort(static (left, right) => Math.Abs(left.Contribution) != Math.Abs(right.Contribution)
            ? Math.Abs(right.Contribution).CompareTo(Math.Abs(left.Contribution))
            : string.CompareOrdinal(left.Feature, right.Feature));
        return contributions;
    }

    /// <summary>The question's words that the turn holds, in the question's spelling and order.</summary>
    public static List<string> SharedWords(Ranking ranking, int turn)
    {
        var held = ranking.View.TermsOf(turn);
        var words = new List<string>();
        foreach (var token in ranking.Question.Tokens)
        {
            var stem = PorterStemmer.Stem(token.Text);
            foreach (var term in ranking.Question.Terms)
            {
                if (term.Term >= 0 && string.Equals(term.Stem, stem, StringComparison.Ordinal) && held.Contains(term.Term) && !words.Contains(token.Text))
                {
                    words.Add(token.Text);
                }
            }
        }

        return words;
    }

    private static string? Reason(Ranking ranking, int turn, string feature)
    {
        _ = FeatureCatalog.TryFind(feature, out var known);
        return known switch
        {
            Feature.Words or Feature.WordsWhen or Feature.PersonWords or Feature.Bigrams when SharedWords(ranking, turn) is { Count: > 0 } words =>
                $"says {string.Join(", ", words.Take(MaxWords).Select(static word => $"'{word}'"))}",
            Feature.NearWindow or Feature.WideWindow or Feature.WideWindowRich => "stands among turns that share the question's words",
            Feature.Session or Feature.SessionRich => "its conversation is about it",
            Feature.MatchingQuestion or Feature.SimilarQuestion => "answers a question like this one",
            Feature.SimilarAnswer => "was answered with something similar",
            Feature.Date => "was said on or soon after the date asked about",
            Feature.TimeWords or Feature.TimeWordsHowLong => "names a time",
            Feature.ProperNamesWhere => "names a place or name",
            Feature.ReasonWhy => "gives a reason",
            Feature.Directive => "says how things should be done",
            Feature.Encoder or Feature.EncoderAround or Feature.EncoderBest => "is similar in meaning",
            Feature.Topic => "belongs to a topic near the question",
            Feature.PersonaWords or Feature.PersonaEncoder => "is evidence of what is known about it",
            _ => null,
        };
    }
}
