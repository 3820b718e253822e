using System.Buffers;
using System.Text;

namespace OMem.Embeddings.Tokenization;

/// <summary>
/// The tokenizer of Universal Sentence Encoder Lite: the segmentation with the highest sum of scores (Viterbi), where a
/// later, shorter last piece wins a tie. It gives the ids of the original JavaScript, with its one oddity: a
/// sum of exactly 0 counts as "no segmentation yet".
/// </summary>
internal sealed class UnigramTokenizer : ITextTokenizer
{
    private const int Unknown = 0;
    private const int SymbolsPerToken = 8;
    private readonly UnigramVocabulary _vocabulary;
    private readonly int _maxTokens;

    public UnigramTokenizer(UnigramVocabulary vocabulary, int maxTokens)
    {
        _vocabulary = vocabulary;
        _maxTokens = maxTokens;
    }

    public IReadOnlyList<int[]> Encode(string text, int maxChunks)
    {
        var ids = EncodeAll(CompatibleText.WithSeparators(text), checked(_maxTokens * maxChunks));
        return ids.Count <= _maxTokens ? [[.. ids]] : [.. ids.Chunk(_maxTokens)];
    }

    /// <summary>The ids of a text, and which of them lie in a part of it. Null when that cannot be told, or is all or nothing: the text is not ASCII, too long for one run, or the parts hold no token.</summary>
    public (int[] Ids, bool[] Focus)? EncodeFocus(string text, IReadOnlyList<Range> focus)
    {
        // What is not ASCII may change its length when it is normalised, and then no place can be told.
        if (text.Length == 0 || text.Length > _maxTokens * SymbolsPerToken || !Ascii.IsValid(text))
        {
            return null;
        }

        var inside = new bool[text.Length + 1];
        foreach (var range in focus)
        {
            // One symbol, the first separator, stands before the text.
            var (start, length) = range.GetOffsetAndLength(text.Length);
            inside.AsSpan(start + 1, length).Fill(true);
        }

        List<int> ends = [];
        var ids = Segment(CompatibleText.WithSeparators(text), complete: true, ends);
        if (ids.Count > _maxTokens)
        {
            return null;
        }

        var marks = ids.Select((id, i) => inside.AsSpan(ends[i] - _vocabulary.Lengths[id], _vocabulary.Lengths[id]).Contains(true)).ToArray();
        return marks.Contains(true) ? ([.. ids], marks) : null;
    }

    /// <summary>At most that many ids, at least one.</summary>
    private List<int> EncodeAll(string symbols, int limit)
    {
        // No need to segment a long text to its end for its first ids: try a part, and a longer one if it gives too few.
        for (var length = (long)limit * SymbolsPerToken; length < symbols.Length; length *= 2)
        {
            var ids = Segment(symbols.AsSpan(0, (int)length), complete: false);
            if (ids.Count >= limit)
            {
                return ids[..limit];
            }
        }

        var all = Segment(symbols, complete: true);
        return all.Count == 0 ? [Unknown] : all[..Math.Min(limit, all.Count)];
    }

    /// <summary>
    /// The ids of a whole text, or of the beginning of one: then only those that no continuation can change.
    /// </summary>
    private List<int> Segment(ReadOnlySpan<char> symbols, bool complete, List<int>? ends = null)
    {
        var sums = ArrayPool<double>.Shared.Rent(symbols.Length + 1);
        var last = ArrayPool<int>.Shared.Rent(symbols.Length + 1);
        try
        {
            Array.Clear(sums, 0, symbols.Length + 1);
            Array.Clear(last, 0, symbols.Length + 1);
            FindBest(symbols, sums, last);
            return Collect(last, complete ? symbols.Length : Settled(last, symbols.Length), ends);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sums);
            ArrayPool<int>.Shared.Return(last);
        }
    }

    /// <summary>For each end: the best sum, and the last piece of the segmentation that has it.</summary>
    private void FindBest(ReadOnlySpan<char> symbols, double[] sums, int[] last)
    {
        var vocabulary = _vocabulary;
        var scores = vocabulary.Scores;
        for (var start = 0; start < symbols.Length; start++)
        {
            var matched = false;
            var node = UnigramVocabulary.Root;
            for (var end = start; end < symbols.Length; end++)
            {
                node = vocabulary.Step(node, symbols[end]);
                if (node < 0)
                {
                    break;
                }

                var piece = vocabulary.PieceAt(node);
                if (piece >= 0)
                {
                    matched = true;
                    Offer(end + 1, sums[start] + scores[piece], piece, sums, last);
                }
            }

            if (!matched)
            {
                Offer(start + 1, sums[start], Unknown, sums, last);
            }
        }
    }

    private static void Offer(int end, double sum, int piece, double[] sums, int[] last)
    {
        if (sums[end] == 0 || sum >= sums[end])
        {
            sums[end] = sum;
            last[end] = piece;
        }
    }

    /// <summary>The place where the segmentations that end within one piece's length of the end have met.</summary>
    private int Settled(int[] last, int length)
    {
        var open = new SortedSet<int>(Enumerable.Range(Math.Max(0, length - _vocabulary.LongestPiece + 1), Math.Min(_vocabulary.LongestPiece, length + 1)));
        while (open.Count > 1)
        {
            var end = open.Max;
            open.Remove(end);
            open.Add(end - _vocabulary.Lengths[last[end]]);
        }

        return open.Max;
    }

    private List<int> Collect(int[] last, int end, List<int>? ends)
    {
        List<int> ids = [];
        while (end > 0)
        {
            var id = last[end];
            // A run of unknown symbols is one unknown.
            if (id != Unknown || ids is not [.., Unknown])
            {
                ids.Add(id);
                ends?.Add(end);
            }

            end -= _vocabulary.Lengths[id];
        }

        ids.Reverse();
        ends?.Reverse();
        return ids;
    }
}
