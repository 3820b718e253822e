using System.Buffers;
using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>BM25 of the turns around each turn, same session, as one document: two around, four around, three ahead. Work grows with matches, not with turns.</summary>
internal static class WindowClues
{
    private const int NearRadius = 2;
    private const int WideRadius = 4;
    private const int AheadRadius = 3;

    // The three counts of a window share one word, so that a posting costs one addition a neighbour.
    private const int WideShift = 20;
    private const int AheadShift = 40;
    private const ulong Mask = (1UL << WideShift) - 1;

    public static void Score(RecallContext context)
    {
        var view = context.View;
        var counts = ArrayPool<ulong>.Shared.Rent(view.Count);
        var touched = ArrayPool<int>.Shared.Rent(view.Count);
        counts.AsSpan(0, view.Count).Clear();
        var scorer = new Scorer(context, counts);
        foreach (var term in context.Question.Terms)
        {
            var count = Spread(view, view.Postings(term.Term), counts, touched);
            scorer.Add(touched.AsSpan(0, count));
        }

        ArrayPool<ulong>.Shared.Return(counts);
        ArrayPool<int>.Shared.Return(touched);
        context.Features.Standardize(Feature.NearWindow);
        context.Features.Standardize(Feature.WideWindow);
        context.Features.Standardize(Feature.AheadWindow);
    }

    /// <summary>Adds each posting to the windows that hold it and lists them.</summary>
    private static int Spread(ScopeView view, ReadOnlySpan<uint> postings, ulong[] counts, int[] touched)
    {
        var found = 0;
        foreach (var posting in postings)
        {
            var turn = PostingView.Document(posting);
            var count = (ulong)PostingView.TermCount(posting);
            Touch(turn, count | (count << WideShift) | (count << AheadShift), counts, touched, ref found);
            var other = turn;
            for (var distance = 1; distance <= WideRadius && (other = view.Previous(other)) >= 0; distance++)
            {
                // The window of an earlier turn has this turn ahead.
                var near = distance <= NearRadius ? count : 0;
                var ahead = distance <= AheadRadius ? count << AheadShift : 0;
                Touch(other, near | (count << WideShift) | ahead, counts, touched, ref found);
            }

            other = turn;
            for (var distance = 1; distance <= WideRadius && (other = view.Next(other)) >= 0; distance++)
            {
                Touch(other, (distance <= NearRadius ? count : 0) | (count << WideShift), counts, touched, ref found);
            }
        }

        return found;
    }

    private static void Touch(int turn, ulong counts, ulong[] all, int[] touched, ref int found)
    {
        if (all[turn] == 0)
        {
            touched[found++] = turn;
        }

        all[turn] += counts;
    }

    private readonly ref struct Scorer
    {
        private readonly ScopeView _view;
        private readonly ulong[] _counts;
        private readonly Bm25 _bm25;
        private readonly Span<float> _near;
        private readonly Span<float> _wide;
        private readonly Span<float> _ahead;
        private readonly (float Constant, float Slope) _nearNorm;
        private readonly (float Constant, float Slope) _wideNorm;
        private readonly (float Constant, float Slope) _aheadNorm;

        public Scorer(RecallContext context, ulong[] counts)
        {
            _view = context.View;
            _counts = counts;
            _bm25 = context.Profile.Bm25.Window;
            _near = context.Features.Begin(Feature.NearWindow);
            _wide = context.Features.Begin(Feature.WideWindow);
            _ahead = context.Features.Begin(Feature.AheadWindow);
            _nearNorm = _bm25.LengthNorm((double)_view.Totals.NearTerms / _view.Count);
            _wideNorm = _bm25.LengthNorm((double)_view.Totals.WideTerms / _view.Count);
            _aheadNorm = _bm25.LengthNorm((double)_view.Totals.AheadTerms / _view.Count);
        }

        /// <summary>Adds one term's part to the windows that hold it and clears its counts.</summary>
        public void Add(ReadOnlySpan<int> touched)
        {
            var (near, wide, ahead) = (0, touched.Length, 0);
            foreach (var turn in touched)
            {
                near += (_counts[turn] & Mask) != 0 ? 1 : 0;
                ahead += _counts[turn] >> AheadShift != 0 ? 1 : 0;
            }

            var nearWeight = Bm25.Idf(_view.Count, near) * (_bm25.K1 + 1f);
            var wideWeight = Bm25.Idf(_view.Count, wide) * (_bm25.K1 + 1f);
            var aheadWeight = Bm25.Idf(_view.Count, ahead) * (_bm25.K1 + 1f);
            foreach (var turn in touched)
            {
                var counts = _counts[turn];
                _counts[turn] = 0;
                _near[turn] += Part(counts & Mask, nearWeight, _nearNorm, _view.NearTerms(turn));
                _wide[turn] += Part((counts >> WideShift) & Mask, wideWeight, _wideNorm, _view.WideTerms(turn));
                _ahead[turn] += Part(counts >> AheadShift, aheadWeight, _aheadNorm, _view.AheadTerms(turn));
            }
        }

        private static float Part(ulong count, float weight, (float Constant, float Slope) norm, int length)
        {
            float frequency = count;
            return count == 0 ? 0f : weight * frequency / (frequency + norm.Constant + (norm.Slope * length));
        }
    }
}
