using System.Buffers;
using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>BM25 of each turn over the question's pairs of neighbouring words; pairs are verified on the forward sequence, none is indexed.</summary>
internal static class BigramClues
{
    public static void Score(RecallContext context)
    {
        if (context.Question.Bigrams.Count == 0 || !context.Profile.Uses(Feature.Bigrams))
        {
            return;
        }

        var view = context.View;
        var scores = context.Features.Begin(Feature.Bigrams);
        var bm25 = context.Profile.Bm25.Bigram;
        var (constant, slope) = bm25.LengthNorm((double)view.Totals.Bigrams / view.Count);
        foreach (var (first, second) in context.Question.Bigrams)
        {
            var matches = ArrayPool<(int Turn, int Count)>.Shared.Rent(
                Math.Max(1, Math.Min(view.Postings(first).Length, view.Postings(second).Length)));
            var found = Find(view, first, second, matches);
            var weight = Bm25.Idf(view.Count, found) * (bm25.K1 + 1f);
            foreach (var (turn, count) in matches.AsSpan(0, found))
            {
                var length = Math.Max(0, view.Columns.TermCount[turn] - 1);
                scores[turn] += weight * count / (count + constant + (slope * length));
            }

            ArrayPool<(int Turn, int Count)>.Shared.Return(matches);
        }

        context.Features.Standardize(Feature.Bigrams);
    }

    private static int Find(ScopeView view, int first, int second, Span<(int Turn, int Count)> matches)
    {
        var left = view.Postings(first);
        var right = view.Postings(second);
        var found = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (a, b) = (PostingView.Document(left[i]), PostingView.Document(right[j]));
            if (a == b)
            {
                var count = CountPairs(view.TermsOf(a), first, second);
                if (count > 0)
                {
                    matches[found++] = (a, count);
                }
            }

            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return found;
    }

    private static int CountPairs(ReadOnlySpan<int> terms, int first, int second)
    {
        var count = 0;
        for (var i = 1; i < terms.Length; i++)
        {
            count += terms[i - 1] == first && terms[i] == second ? 1 : 0;
        }

        return count;
    }
}
