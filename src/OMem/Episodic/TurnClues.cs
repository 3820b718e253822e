using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>BM25 of each turn over the question's clues.</summary>
internal static class TurnClues
{
    public static void Score(RecallContext context)
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
}
