using OMem.Recall;

namespace OMem.Working;

/// <summary>Topics near the question vote for their interactions (O-Mem, arXiv 2511.13593, eq. 8, with graded votes).</summary>
internal static class TopicVotes
{
    /// <summary>Topics that vote.</summary>
    private const int MaxTopics = 8;

    /// <summary>Fills the topic column.</summary>
    /// <returns>How many topics voted.</returns>
    public static int Score(RecallContext context)
    {
        var topics = context.Derived.Topics;
        if (topics.Count == 0 || !context.Profile.Uses(Feature.Topic))
        {
            return 0;
        }

        var matches = topics.Match(context.Question, context.Vectors);
        matches.RemoveAll(static match => match.Relevance <= 0f);
        matches.Sort(static (left, right) => left.Relevance != right.Relevance
            ? right.Relevance.CompareTo(left.Relevance)
            : string.CompareOrdinal(left.Value.Topic.Id, right.Value.Topic.Id));
        if (matches.Count > MaxTopics)
        {
            matches.RemoveRange(MaxTopics, matches.Count - MaxTopics);
        }

        if (matches.Count > 0)
        {
            var cells = context.Features.Begin(Feature.Topic);
            foreach (var match in matches)
            {
                foreach (var sequence in match.Value.Topic.Interactions)
                {
                    if (context.View.TurnAt(sequence) is >= 0 and var turn)
                    {
                        cells[turn] += match.Relevance;
                    }
                }
            }

            context.Features.Standardize(Feature.Topic);
        }

        return matches.Count;
    }
}
