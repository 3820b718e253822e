using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>Surface signs of a turn that make it more or less likely to hold an answer, whatever its words.</summary>
internal static class SurfaceFeatures
{
    private const float FullTimeWords = 2f;
    private const float FullFirstPerson = 3f;
    private const float FullProperNames = 2f;
    private const float FullQuotes = 2f;

    public static void Score(RecallContext context)
    {
        var columns = context.View.Columns;
        if (context.Question.AsksTime)
        {
            Saturate(columns.TimeWords, FullTimeWords, context.Features.Begin(Feature.TimeWords));
        }

        Saturate(columns.FirstPerson, FullFirstPerson, context.Features.Begin(Feature.FirstPerson));
        Saturate(columns.ProperNames, FullProperNames, context.Features.Begin(Feature.ProperNames));
        Saturate(columns.Quotes, FullQuotes, context.Features.Begin(Feature.Quotes));
        var isQuestion = context.Features.Begin(Feature.IsQuestion);
        for (var turn = 0; turn < isQuestion.Length; turn++)
        {
            isQuestion[turn] = columns.Marks[turn] & (byte)TurnMarks.IsQuestion;
        }
    }

    /// <summary>min(1, count / full).</summary>
    private static void Saturate(byte[] counts, float full, Span<float> cells)
    {
        Span<float> values = stackalloc float[byte.MaxValue + 1];
        for (var count = 0; count < values.Length; count++)
        {
            values[count] = Math.Min(1f, count / full);
        }

        for (var turn = 0; turn < cells.Length; turn++)
        {
            cells[turn] = values[counts[turn]];
        }
    }
}
