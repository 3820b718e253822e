using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>Surface signs of a turn that make it more or less likely to hold an answer, whatever its words; some count for some kinds of questions only.</summary>
internal static class SurfaceFeatures
{
    private const float FullTimeWords = 2f;
    private const float FullFirstPerson = 3f;
    private const float FullProperNames = 2f;
    private const float FullPastWords = 3f;

    public static void Score(RecallContext context)
    {
        var columns = context.View.Columns;
        var signs = context.Question.Signs;
        Count(context, Feature.TimeWords, columns.TimeWords, FullTimeWords, context.Question.AsksTime);
        Count(context, Feature.TimeWordsHowLong, columns.TimeWords, FullTimeWords, signs.HasFlag(QuestionSigns.AsksHowLong));
        Count(context, Feature.FirstPerson, columns.FirstPerson, FullFirstPerson, true);
        Count(context, Feature.ProperNames, columns.ProperNames, FullProperNames, true);
        Count(context, Feature.ProperNamesWhere, columns.ProperNames, FullProperNames, signs.HasFlag(QuestionSigns.AsksWhere));
        Count(context, Feature.PastWordsDid, columns.PastWords, FullPastWords, signs.HasFlag(QuestionSigns.SaysDid));
        Mark(context, Feature.IsQuestion, TurnMarks.IsQuestion, true);
        Mark(context, Feature.ReasonWhy, TurnMarks.GivesReason, signs.HasFlag(QuestionSigns.AsksWhy));
        Mark(context, Feature.Directive, TurnMarks.IsDirective, true);
        Length(context);
    }

    /// <summary>min(1, count / full).</summary>
    private static void Count(RecallContext context, Feature feature, byte[] counts, float full, bool applies)
    {
        if (!applies || !context.Profile.Uses(feature))
        {
            return;
        }

        Span<float> values = stackalloc float[byte.MaxValue + 1];
        for (var count = 0; count < values.Length; count++)
        {
            values[count] = Math.Min(1f, count / full);
        }

        var cells = context.Features.Begin(feature);
        for (var turn = 0; turn < cells.Length; turn++)
        {
            cells[turn] = values[counts[turn]];
        }
    }

    private static void Mark(RecallContext context, Feature feature, TurnMarks mark, bool applies)
    {
        if (!applies || !context.Profile.Uses(feature))
        {
            return;
        }

        var marks = context.View.Columns.Marks;
        var cells = context.Features.Begin(feature);
        for (var turn = 0; turn < cells.Length; turn++)
        {
            cells[turn] = (marks[turn] & (byte)mark) != 0 ? 1f : 0f;
        }
    }

    private static void Length(RecallContext context)
    {
        if (!context.Profile.Uses(Feature.Length))
        {
            return;
        }

        var lengths = context.View.Columns.TermCount;
        var cells = context.Features.Begin(Feature.Length);
        for (var turn = 0; turn < cells.Length; turn++)
        {
            cells[turn] = MathF.Log(1f + lengths[turn]);
        }

        context.Features.Standardize(Feature.Length);
    }
}
