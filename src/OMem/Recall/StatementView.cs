using System.Buffers;
using OMem.Interactions;
using OMem.Vectors;

namespace OMem.Recall;

/// <summary>The live sentences of a <see cref="StatementIndex{T}"/> at one moment. Immutable and thread-safe.</summary>
internal sealed class StatementView<T>
    where T : class
{
    private readonly Statement<T>[] _statements;
    private readonly int _documents;
    private readonly long _revision;
    private readonly TermDictionary _terms;
    private readonly PostingView _postings;
    private readonly VectorView _vectors;

    internal StatementView(
        Statement<T>[] statements, int documents, int live, long revision, TermDictionary terms, PostingView postings, VectorView vectors)
    {
        _statements = statements;
        _documents = documents;
        _revision = revision;
        _terms = terms;
        _postings = postings;
        _vectors = vectors;
        Count = live;
    }

    /// <summary>Live sentences.</summary>
    public int Count { get; }

    /// <summary>What the live sentences stand for, in order of insertion.</summary>
    public IEnumerable<T> Values()
    {
        for (var document = 0; document < _documents; document++)
        {
            if (_statements[document].IsLive(_revision))
            {
                yield return _statements[document].Value;
            }
        }
    }

    /// <summary>Every live sentence that shares a clue with the question or, with vectors, stands out by similarity; in order of insertion.</summary>
    /// <param name="question">The question.</param>
    /// <param name="vectors">Its vectors; null for words alone.</param>
    public List<StatementMatch<T>> Match(Question question, QueryVectors? vectors)
    {
        var coverage = ArrayPool<float>.Shared.Rent(Math.Max(1, _documents));
        var similarity = ArrayPool<float>.Shared.Rent(Math.Max(1, _documents));
        coverage.AsSpan(0, _documents).Clear();
        similarity.AsSpan(0, _documents).Clear();
        AddCoverage(question, coverage);
        var (mean, deviation) = (0f, 0f);
        if (vectors is not null && _vectors.Present > 0)
        {
            _vectors.Dot(vectors.Whole, similarity);
            (mean, deviation) = Moments.Of(similarity.AsSpan(0, _documents));
        }

        var matches = new List<StatementMatch<T>>();
        for (var document = 0; document < _documents; document++)
        {
            var standout = deviation > 0f ? (similarity[document] - mean) / deviation : 0f;
            if (_statements[document].IsLive(_revision) && (coverage[document] > 0f || standout > StatementRelevance.LeastStandout))
            {
                matches.Add(new StatementMatch<T>(
                    _statements[document].Value, coverage[document], similarity[document], StatementRelevance.Of(coverage[document], standout)));
            }
        }

        ArrayPool<float>.Shared.Return(coverage);
        ArrayPool<float>.Shared.Return(similarity);
        return matches;
    }

    /// <summary>Every live sentence with its similarity to the question: the cosine of the whole question, or without vectors the share of its clue weight; in order of insertion.</summary>
    public List<(T Value, float Score)> Similarities(Question question, QueryVectors? vectors)
    {
        var scores = new float[Math.Max(1, _documents)];
        if (vectors is not null && _vectors.Present > 0)
        {
            _vectors.Dot(vectors.Whole, scores);
        }
        else
        {
            AddCoverage(question, scores);
        }

        return [.. Enumerable.Range(0, _documents).Where(document => _statements[document].IsLive(_revision)).Select(document => (_statements[document].Value, scores[document]))];
    }

    /// <summary>The share of the question's clue weight that each sentence holds.</summary>
    private void AddCoverage(Question question, float[] coverage)
    {
        var total = 0f;
        foreach (var term in question.Terms)
        {
            total += term.Idf;
        }

        foreach (var term in question.Terms)
        {
            var id = _terms.Find(term.Stem);
            if (id < 0 || total <= 0f)
            {
                continue;
            }

            foreach (var posting in _postings.Get(id, _documents))
            {
                coverage[PostingView.Document(posting)] += term.Idf / total;
            }
        }
    }
}

/// <summary>A sentence that matches a question.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Coverage">The share of the question's clue weight it holds, 0-1.</param>
/// <param name="Similarity">Its dot product with the question; 0 without vectors.</param>
/// <param name="Relevance">Both together, 0-1.</param>
internal readonly record struct StatementMatch<T>(T Value, float Coverage, float Similarity, float Relevance);

/// <summary>Puts the words and the vector of a sentence together.</summary>
internal static class StatementRelevance
{
    /// <summary>Deviations above the mean from which similarity alone makes a match.</summary>
    public const float LeastStandout = 1.5f;

    /// <summary>Relevance from which an item may be recalled itself.</summary>
    public const float LeastForItem = 0.35f;

    private const float FullStandout = 5f;
    private const float WordShare = 0.65f;

    /// <summary>0-1, growing with both.</summary>
    public static float Of(float coverage, float standout) =>
        (WordShare * Math.Min(1f, coverage)) + ((1f - WordShare) * Math.Clamp(standout / FullStandout, 0f, 1f));
}
