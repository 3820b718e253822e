using OMem.Interactions;
using OMem.Recall;

namespace OMem.Working;

/// <summary>What the similarity of the turns beside a turn says about it.</summary>
internal static class NeighbourScores
{
    /// <summary>Fills the columns that look at neighbours.</summary>
    /// <param name="context">The context.</param>
    /// <param name="similarity">Dot product of each turn with the whole question, mean 0, deviation 1.</param>
    public static void Score(RecallContext context, ReadOnlySpan<float> similarity)
    {
        if (context.Profile.Uses(Feature.SimilarQuestion))
        {
            ScoreQuestions(context.View, similarity, context.Features.Begin(Feature.SimilarQuestion));
        }

        if (context.Profile.Uses(Feature.EncoderBest))
        {
            ScoreBest(context.View, similarity, context.Features.Begin(Feature.EncoderBest));
        }

        if (context.Profile.Uses(Feature.SimilarAnswer))
        {
            ScoreAnswers(context.View, similarity, context.Features.Begin(Feature.SimilarAnswer));
        }
    }

    private static void ScoreQuestions(ScopeView view, ReadOnlySpan<float> similarity, Span<float> cells)
    {
        var marks = view.Columns.Marks;
        for (var turn = 0; turn < cells.Length; turn++)
        {
            if ((marks[turn] & (byte)TurnMarks.AnswersQuestion) != 0)
            {
                cells[turn] = similarity[view.Previous(turn)];
            }
        }
    }

    private static void ScoreBest(ScopeView view, ReadOnlySpan<float> similarity, Span<float> cells)
    {
        for (var turn = 0; turn < cells.Length; turn++)
        {
            var best = similarity[turn];
            if (view.Previous(turn) is >= 0 and var before)
            {
                best = Math.Max(best, similarity[before]);
            }

            if (view.Next(turn) is >= 0 and var after)
            {
                best = Math.Max(best, similarity[after]);
            }

            cells[turn] = best;
        }
    }

    private static void ScoreAnswers(ScopeView view, ReadOnlySpan<float> similarity, Span<float> cells)
    {
        var roles = view.Columns.Role;
        for (var turn = 0; turn < cells.Length; turn++)
        {
            if (roles[turn] == (byte)SpeakerRole.Person && view.Next(turn) is >= 0 and var next && roles[next] == (byte)SpeakerRole.Assistant)
            {
                cells[turn] = similarity[next];
            }
        }
    }
}
