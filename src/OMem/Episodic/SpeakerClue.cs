using OMem.Recall;

namespace OMem.Episodic;

/// <summary>Marks turns of the wrong speaker: not the one person the question names or, where an assistant takes part, the assistant.</summary>
internal static class SpeakerClue
{
    public static void Score(RecallContext context)
    {
        var columns = context.View.Columns;
        if (context.View.HasAssistant)
        {
            var byRole = context.Features.Begin(Feature.OtherSpeaker);
            for (var turn = 0; turn < byRole.Length; turn++)
            {
                byRole[turn] = columns.Role[turn] == (byte)SpeakerRole.Assistant ? 1f : 0f;
            }
        }
        else if (context.Question.Speakers is [var named])
        {
            var cells = context.Features.Begin(Feature.OtherSpeaker);
            for (var turn = 0; turn < cells.Length; turn++)
            {
                cells[turn] = columns.Speaker[turn] == named ? 0f : 1f;
            }
        }
    }
}
