using OMem.Text;

namespace OMem.Benchmarks;

/// <summary>What a plain lexical search costs over the same messages: BM25 on an inverted index, and a scan of all words.</summary>
internal sealed class LexicalBaseline
{
    private const double K1 = 1.2, B = 0.75;
    private const int Top = 20;

    private readonly Dictionary<string, List<(int Document, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly List<string[]> _documents = [];
    private double[] _scores = [];
    private double _averageLength;

    public static async Task<LexicalBaseline> CreateAsync(IMemory memory)
    {
        var baseline = new LexicalBaseline();
        await foreach (var stored in memory.ReadLogAsync())
        {
            baseline.Add(Stems(stored.Interaction.Text));
        }

        baseline._scores = new double[baseline._documents.Count];
        baseline._averageLength = baseline._documents.Average(document => (double)document.Length);
        return baseline;
    }

    /// <summary>Ranks with BM25; returns the best document.</summary>
    public int Rank(string question)
    {
        Array.Clear(_scores);
        foreach (var stem in Stems(question).Distinct(StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(stem, out var postings))
            {
                continue;
            }

            var idf = Math.Log(1 + ((_documents.Count - postings.Count + 0.5) / (postings.Count + 0.5)));
            foreach (var (document, count) in postings)
            {
                _scores[document] += idf * count * (K1 + 1) / (count + (K1 * (1 - B + (B * _documents[document].Length / _averageLength))));
            }
        }

        return Best();
    }

    /// <summary>Counts shared words message by message, without an index; returns the best document.</summary>
    public int Scan(string question)
    {
        var stems = Stems(question).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _documents.Count; i++)
        {
            _scores[i] = _documents[i].Count(stems.Contains);
        }

        return Best();
    }

    private int Best()
    {
        var best = new PriorityQueue<int, double>();
        for (var i = 0; i < _scores.Length; i++)
        {
            if (best.Count < Top)
            {
                best.Enqueue(i, _scores[i]);
            }
            else
            {
                best.EnqueueDequeue(i, _scores[i]);
            }
        }

        var last = -1;
        while (best.TryDequeue(out var document, out _))
        {
            last = document;
        }

        return last;
    }

    private void Add(string[] stems)
    {
        foreach (var group in stems.CountBy(stem => stem, StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(group.Key, out var postings))
            {
                _postings[group.Key] = postings = [];
            }

            postings.Add((_documents.Count, group.Value));
        }

        _documents.Add(stems);
    }

    private static string[] Stems(string text) => [.. Tokenizer.Tokenize(text)
        .Where(token => !StopWords.IsStopWord(token.Text) && !StopWords.IsQuestionWord(token.Text))
        .Select(token => PorterStemmer.Stem(token.Text))];
}
