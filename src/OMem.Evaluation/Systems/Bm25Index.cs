namespace OMem.Evaluation;

/// <summary>Okapi BM25 over the turns of a conversation, idf = ln(1 + (n - df + .5) / (df + .5)).</summary>
internal sealed class Bm25Index
{
    public const double K1 = 1.2;
    public const double B = 0.75;

    private readonly Dictionary<string, List<(int Document, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _norms;

    public Bm25Index(IReadOnlyList<IReadOnlyList<string>> documents)
    {
        var average = documents.Count == 0 ? 1 : Math.Max(1, documents.Average(d => d.Count));
        _norms = [.. documents.Select(d => K1 * (1 - B + (B * d.Count / average)))];
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var group in documents[i].GroupBy(w => w, StringComparer.Ordinal))
            {
                if (!_postings.TryGetValue(group.Key, out var postings))
                {
                    _postings[group.Key] = postings = [];
                }

                postings.Add((i, group.Count()));
            }
        }
    }

    /// <summary>In how many turns the word occurs.</summary>
    public int Frequency(string word) => _postings.TryGetValue(word, out var postings) ? postings.Count : 0;

    /// <summary>The turns that hold the word, in log order.</summary>
    public IEnumerable<int> Holders(string word) =>
        _postings.TryGetValue(word, out var postings) ? postings.Select(p => p.Document) : [];

    /// <summary>One score per turn; each distinct word of the question counts once.</summary>
    public double[] Score(IEnumerable<string> question)
    {
        var scores = new double[_norms.Length];
        foreach (var word in question.Distinct(StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(word, out var postings))
            {
                continue;
            }

            var idf = Math.Log(1 + ((_norms.Length - postings.Count + 0.5) / (postings.Count + 0.5)));
            foreach (var (document, count) in postings)
            {
                scores[document] += idf * count * (K1 + 1) / (count + _norms[document]);
            }
        }

        return scores;
    }
}
