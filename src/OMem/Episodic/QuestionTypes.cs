using OMem.Recall;

namespace OMem.Episodic;

/// <summary>Features of words that weigh differently for some kinds of questions.</summary>
internal static class QuestionTypes
{
    public static void Score(RecallContext context)
    {
        var signs = context.Question.Signs;
        Derive(context, Feature.WordsWhen, Feature.Words, signs.HasFlag(QuestionSigns.SaysWhen) ? 1f : 0f);
        Derive(context, Feature.WideWindowInference, Feature.WideWindow, signs.HasFlag(QuestionSigns.AsksInference) ? 1f : 0f);
        Derive(context, Feature.WideWindowRich, Feature.WideWindow, context.Question.Richness);
        Derive(context, Feature.SessionRich, Feature.Session, context.Question.Richness);
    }

    private static void Derive(RecallContext context, Feature feature, Feature source, float factor)
    {
        if (factor > 0f && context.Profile.Uses(feature))
        {
            context.Features.Derive(feature, source, factor);
        }
    }
}
