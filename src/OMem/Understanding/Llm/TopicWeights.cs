namespace OMem.Understanding.Llm;

/// <summary>The weights of a message's topics: the model names the weightiest first.</summary>
internal static class TopicWeights
{
    /// <summary>The topics with falling weights that add up to 1, rounded.</summary>
    public static IReadOnlyList<TopicCandidate> Of(List<TopicCandidate> topics)
    {
        var total = topics.Select(static (_, i) => 1.0 / (i + 1)).Sum();
        return topics.ConvertAll(topic => topic with { Weight = Math.Round(1.0 / (topics.IndexOf(topic) + 1) / total, 4) });
    }
}
