using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>BM25 of each turn over the question's clues: among all turns, and among those of people.</summary>
internal static class TurnClues
{
    public static void Score(RecallContext context)
    {
        ScoreAll(context);
        if (context.Profile.Uses(Feature.PersonWords))
        {
            ScorePeople(context);
        }
    }

    private static void ScoreAll(RecallContext context)
    {
        var view = context.View;
        var scores = context.Features.Begin(Feature.Words);
        var bm25 = context.Profile.Bm25.Turn;
        var (constant, slope) = bm25.LengthNorm((double)view.Totals.Terms / view.Count);
        var lengths = view.Columns.TermCount;
        foreach (var term in context.Question.Terms)
        {
            var weight = term.Idf * (bm25.K1 + 1f);
            foreach (var posting in view.Postings(term.Term))
            {
                var turn = PostingView.Document(posting);
                float count = PostingView.TermCount(posting);
                scores[turn] += weight * count / (count + constant + (slope * lengths[turn]));
            }
        }

        context.Features.Standardize(Feature.Words);
    }

    private static void ScorePeople(RecallContext context)
    {
        var view = context.View;
        var scores = context.Features.Begin(Feature.PersonWords);
        var bm25 = context.Profile.Bm25.Window;
        var (constant, slope) = bm25.LengthNorm((double)view.Totals.PersonTerms / view.Count);
        var (lengths, roles) = (view.Columns.TermCount, view.Columns.Role);
        foreach (var term in context.Question.Terms)
        {
            var frequency = 0;
            foreach (var posting in view.Postings(term.Term))
            {
                frequency += roles[PostingView.Document(posting)] == (byte)SpeakerRole.Person ? 1 : 0;
            }

            var weight = Bm25.Idf(view.Count, frequency) * (bm25.K1 + 1f);
            foreach (var posting in view.Postings(term.Term))
            {
                var turn = PostingView.Document(posting);
                if (roles[turn] == (byte)SpeakerRole.Person)
                {
                    float count = PostingView.TermCount(posting);
                    scores[turn] += weight * count / (count + constant + (slope * lengths[turn]));
                }
            }
        }

        context.Features.Standardize(Feature.PersonWords);
    }
}
