using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>Turns questions with evidence into feature tables to learn from.</summary>
internal static class ChoiceSets
{
    /// <summary>The questions of one conversation that are ranked with a profile. Features do not depend on its weights, only on its constants.</summary>
    public static async Task<IReadOnlyList<ChoiceSet>> ReadAsync(
        EvaluationConversation conversation,
        ConversationMemories memories,
        RecallPipeline pipeline,
        RecallProfile profile,
        IReadOnlyList<Feature> features,
        IReadOnlyList<string> categories,
        CancellationToken cancellationToken)
    {
        var memory = await memories.GetAsync(conversation, cancellationToken).ConfigureAwait(false);
        var places = memory.Turns.Select((turn, i) => (turn.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        var columns = features.Select(f => (int)f).ToArray();
        var sets = new List<ChoiceSet>();
        foreach (var question in conversation.Questions)
        {
            if (categories.Count > 0 && !categories.Contains(question.Category, StringComparer.Ordinal))
            {
                continue;
            }

            using var ranking = await memories.RankAsync(memory, pipeline, question.Text, cancellationToken).ConfigureAwait(false);
            if (ranking.Profile.Name == profile.Name)
            {
                sets.Add(new ChoiceSet(Values(ranking, columns), columns.Length, [.. question.Gold.Select(id => places[id]).Order()]));
            }
        }

        return sets;
    }

    private static float[] Values(Ranking ranking, int[] columns)
    {
        var turns = ranking.View.Count;
        var values = new float[turns * columns.Length];
        for (var turn = 0; turn < turns; turn++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                values[(turn * columns.Length) + i] = ranking.Features.Value((Feature)columns[i], turn);
            }
        }

        return values;
    }
}
