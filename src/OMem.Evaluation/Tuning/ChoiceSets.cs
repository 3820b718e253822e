using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>Turns questions with evidence into feature tables to learn from.</summary>
internal static class ChoiceSets
{
    /// <summary>The questions of one conversation. Features do not depend on the weights, only on the profile's constants.</summary>
    public static async Task<IReadOnlyList<ChoiceSet>> ReadAsync(
        EvaluationConversation conversation,
        ConversationMemories memories,
        RecallPipeline pipeline,
        IReadOnlyList<string> categories,
        CancellationToken cancellationToken)
    {
        var memory = await memories.GetAsync(conversation, cancellationToken).ConfigureAwait(false);
        var places = memory.Turns.Select((turn, i) => (turn.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        var sets = new List<ChoiceSet>();
        foreach (var question in conversation.Questions)
        {
            if (categories.Count > 0 && !categories.Contains(question.Category, StringComparer.Ordinal))
            {
                continue;
            }

            using var ranking = await memories.RankAsync(memory, pipeline, question.Text, cancellationToken).ConfigureAwait(false);
            sets.Add(new ChoiceSet(ranking.Features.ToMatrix(), FeatureCatalog.Count, [.. question.Gold.Select(id => places[id]).Order()]));
        }

        return sets;
    }
}
