using System.Globalization;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>Clues bring back interactions: every clue of the question, weighted, in the turn, around it and in its session (O-Mem, arXiv 2511.13593, eqs. 9-10, with all clues instead of the rarest one).</summary>
internal sealed class EpisodicChannel : IRecallChannel
{
    /// <inheritdoc/>
    public string Name => FeatureCatalog.Episodic;

    /// <inheritdoc/>
    public ChannelTrace Score(RecallContext context)
    {
        var matched = 0;
        if (context.Question.Terms.Any(static term => term.Frequency > 0))
        {
            TurnClues.Score(context);
            BigramClues.Score(context);
            WindowClues.Score(context);
            SessionClues.Score(context);
            QuestionTypes.Score(context);
            matched = CountMatched(context.Features.Measured(Feature.WideWindow));
        }

        MatchingQuestions.Score(context);
        SpeakerClue.Score(context);
        DateFeature.Score(context);
        SurfaceFeatures.Score(context);
        return new ChannelTrace(Name, matched, Note(context.Question));
    }

    private static int CountMatched(ReadOnlySpan<float> scores)
    {
        var count = 0;
        foreach (var score in scores)
        {
            count += score > 0f ? 1 : 0;
        }

        return count;
    }

    private static string Note(Question question) => string.Create(
        CultureInfo.InvariantCulture,
        $"{question.Terms.Count(static term => term.Frequency > 0)} of {question.Terms.Count} clues occur, {question.Dates.Count} dates, {question.Speakers.Count} speakers named");
}
