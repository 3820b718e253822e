using OMem.Interactions;
using OMem.Storage;
using OMem.Vectors;

namespace OMem.Recall;

/// <summary>Searchable sentences that nobody spoke: persona items or topics, by id. One writer, readers through immutable snapshots.</summary>
/// <remarks>A replaced sentence stays until more than half of them are replaced; a snapshot knows which ones were live when it was made.</remarks>
internal sealed class StatementIndex<T>(string? modelId, int dimensions)
    where T : class
{
    private const int FewReplaced = 64;

    private readonly Dictionary<string, int> _documentOf = new(StringComparer.Ordinal);
    private TermDictionary _terms = new();
    private PostingTable _postings = new();
    private VectorSegment _vectors = new(modelId is null ? 0 : dimensions);
    private Statement<T>[] _statements = new Statement<T>[16];
    private int _count;
    private long _revision;

    /// <summary>Inserts or replaces a sentence; shown by the next snapshot.</summary>
    public void Put(string id, T value, IndexData index)
    {
        if (_documentOf.TryGetValue(id, out var replaced))
        {
            _statements[replaced].Retire(_revision + 1);
        }

        Append(id, value, index);
        if (_count > FewReplaced && _count > 2 * _documentOf.Count)
        {
            Compact();
        }
    }

    /// <summary>What is live now.</summary>
    public StatementView<T> Snapshot()
    {
        _revision++;
        return new StatementView<T>(_statements, _count, _documentOf.Count, _revision, _terms, _postings.Snapshot(), _vectors.Snapshot());
    }

    private void Append(string id, T value, IndexData index)
    {
        if (_count == _statements.Length)
        {
            var grown = new Statement<T>[_count * 2];
            _statements.CopyTo(grown, 0);
            _statements = grown;
        }

        var terms = IndexTerms.IsCurrent(index.Terms.Span) ? IndexTerms.Decode(index.Terms.Span) : new IndexTerms([], default);
        foreach (var stem in terms.Stems)
        {
            _postings.Add(_terms.Intern(System.Text.Encoding.UTF8.GetBytes(stem)), _count);
        }

        _vectors.Append(string.Equals(index.ModelId, modelId, StringComparison.Ordinal) ? index.Vector.Span : []);
        _statements[_count] = new Statement<T>(value, id, index);
        _documentOf[id] = _count++;
    }

    private void Compact()
    {
        var live = _documentOf.Values.Order().Select(document => _statements[document]).ToList();
        _terms = new TermDictionary();
        _postings = new PostingTable();
        _vectors = new VectorSegment(_vectors.Dimensions);
        _statements = new Statement<T>[Math.Max(16, live.Count * 2)];
        _documentOf.Clear();
        _count = 0;
        foreach (var statement in live)
        {
            Append(statement.Id, statement.Value, statement.Index);
        }
    }
}

/// <summary>One indexed sentence.</summary>
internal sealed class Statement<T>(T value, string id, IndexData index)
{
    private long _retiredAt = long.MaxValue;

    /// <summary>What it stands for.</summary>
    public T Value { get; } = value;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Its index data.</summary>
    public IndexData Index { get; } = index;

    /// <summary>Whether a snapshot of this revision shows it.</summary>
    public bool IsLive(long revision) => Volatile.Read(ref _retiredAt) > revision;

    /// <summary>Hides it from this revision on.</summary>
    public void Retire(long revision) => Volatile.Write(ref _retiredAt, revision);
}
