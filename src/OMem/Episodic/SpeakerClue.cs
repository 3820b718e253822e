using OMem.Recall;

namespace OMem.Episodic;

/// <summary>Marks turns of the wrong speaker: not the one person the question names or, where an assistant takes part, no person at all.</summary>
internal static class SpeakerClue
{
    private const float FullYouWords = 2f;

    public static void Score(RecallContext context)
    {
        if (!Begin(context))
        {
            return;
        }

        if (context.Profile.Uses(Feature.OtherSpeakerYou))
        {
            var others = context.Features.Measured(Feature.OtherSpeaker);
            var addressed = context.View.Columns.YouWords;
            var cells = context.Features.Begin(Feature.OtherSpeakerYou);
            for (var turn = 0; turn < cells.Length; turn++)
            {
                cells[turn] = others[turn] * Math.Min(1f, addressed[turn] / FullYouWords);
            }
        }
    }

    private static bool Begin(RecallContext context)
    {
        var columns = context.View.Columns;
        if (context.View.HasAssistant)
        {
            var byRole = context.Features.Begin(Feature.OtherSpeaker);
            for (var turn = 0; turn < byRole.Length; turn++)
            {
                byRole[turn] = columns.Role[turn] == (byte)SpeakerRole.Person ? 0f : 1f;
            }

            return true;
        }

        if (context.Question.Speakers is not [var named])
        {
            return false;
        }

        var cells = context.Features.Begin(Feature.OtherSpeaker);
        for (var turn = 0; turn < cells.Length; turn++)
        {
            cells[turn] = columns.Speaker[turn] == named ? 0f : 1f;
        }

        return true;
    }
}
