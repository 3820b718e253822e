using OMem.Interactions;
using OMem.Recall;

namespace OMem.Working;

/// <summary>Reads topics: those near a text, or the most talked about.</summary>
internal static class TopicReader
{
    public static IReadOnlyList<Topic> Read(ScopeSnapshot snapshot, TopicQuery query, QueryVectors? vectors)
    {
        if (query.Near is not { } near)
        {
            return [.. snapshot.Derived.Topics.Values()
                .Select(stored => stored.Topic)
                .OrderByDescending(topic => topic.Interactions.Count)
                .ThenBy(topic => topic.Id, StringComparer.Ordinal)
                .Take(query.Limit)];
        }

        var question = QueryAnalyzer.Analyze(snapshot.View, near);
        return [.. snapshot.Derived.Topics.Match(question, vectors)
            .Where(match => match.Relevance > 0)
            .OrderByDescending(match => match.Relevance)
            .ThenBy(match => match.Value.Topic.Id, StringComparer.Ordinal)
            .Take(query.Limit)
            .Select(match => match.Value.Topic)];
    }
}
