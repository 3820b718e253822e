using System.Buffers;
using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>BM25 of each session as one document, given to all its turns.</summary>
internal static class SessionClues
{
    public static void Score(RecallContext context)
    {
        if (!context.Profile.Uses(Feature.Session) && !context.Profile.Uses(Feature.SessionRich))
        {
            return;
        }

        var view = context.View;
        var sessions = view.SessionCount;
        var scores = ArrayPool<float>.Shared.Rent(sessions);
        var counts = ArrayPool<int>.Shared.Rent(sessions);
        var touched = ArrayPool<int>.Shared.Rent(sessions);
        scores.AsSpan(0, sessions).Clear();
        counts.AsSpan(0, sessions).Clear();
        foreach (var term in context.Question.Terms)
        {
            AddTerm(context, term, scores, counts, touched);
        }

        var sessionOf = view.Columns.Session;
        var cells = context.Features.Begin(Feature.Session);
        for (var turn = 0; turn < cells.Length; turn++)
        {
            cells[turn] = scores[sessionOf[turn]];
        }

        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<int>.Shared.Return(touched);
        context.Features.Standardize(Feature.Session);
    }

    private static void AddTerm(RecallContext context, QuestionTerm term, float[] scores, int[] counts, int[] touched)
    {
        var view = context.View;
        var sessionOf = view.Columns.Session;
        var found = 0;
        foreach (var posting in view.Postings(term.Term))
        {
            var session = sessionOf[PostingView.Document(posting)];
            if (counts[session] == 0)
            {
                touched[found++] = session;
            }

            counts[session] += PostingView.TermCount(posting);
        }

        var bm25 = context.Profile.Bm25.Session;
        var (constant, slope) = bm25.LengthNorm((double)view.Totals.Terms / view.SessionCount);
        var weight = Bm25.Idf(view.SessionCount, found) * (bm25.K1 + 1f);
        foreach (var session in touched.AsSpan(0, found))
        {
            float count = counts[session];
            counts[session] = 0;
            scores[session] += weight * count / (count + constant + (slope * view.TermsOfSession(session)));
        }
    }
}
