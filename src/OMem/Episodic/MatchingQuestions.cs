using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>A turn that answers a question of somebody else takes over how well that question matches: answers seldom repeat the words they answer.</summary>
internal static class MatchingQuestions
{
    public static void Score(RecallContext context)
    {
        if (context.Features.IsBegun(Feature.Words))
        {
            Score(context, Feature.Words, Feature.MatchingQuestion);
        }
    }

    /// <summary>Gives each answering turn the standardised value that <paramref name="source"/> has for the turn before it; 0 to all others.</summary>
    public static void Score(RecallContext context, Feature source, Feature target)
    {
        var cells = context.Features.Begin(target);
        var marks = context.View.Columns.Marks;
        var previous = context.View.Columns.Previous;
        for (var turn = 0; turn < cells.Length; turn++)
        {
            if ((marks[turn] & (byte)TurnMarks.AnswersQuestion) != 0)
            {
                cells[turn] = context.Features.Value(source, previous[turn]);
            }
        }
    }
}
