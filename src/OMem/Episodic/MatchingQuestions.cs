using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>A turn that answers a question of somebody else takes over how well that question matches: answers seldom repeat the words they answer.</summary>
internal static class MatchingQuestions
{
    public static void Score(RecallContext context)
    {
        if (!context.Features.IsBegun(Feature.Words) || !context.Profile.Uses(Feature.MatchingQuestion))
        {
            return;
        }

        var cells = context.Features.Begin(Feature.MatchingQuestion);
        var marks = context.View.Columns.Marks;
        for (var turn = 0; turn < cells.Length; turn++)
        {
            if ((marks[turn] & (byte)TurnMarks.AnswersQuestion) != 0)
            {
                cells[turn] = context.Features.Value(Feature.Words, context.View.Previous(turn));
            }
        }
    }
}
