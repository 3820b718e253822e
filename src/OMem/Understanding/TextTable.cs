using OMem.Consolidation;
using OMem.Storage;

namespace OMem.Understanding;

/// <summary>The texts of a batch that need index data, each once, so that one call embeds them all.</summary>
internal sealed class TextTable
{
    private static readonly IndexData None = new(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, ModelId: null, Dimensions: 0);

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private IndexData[] _index = [];

    /// <summary>Collects texts: sentences of attributes and facts, and labels of topics that the state does not know by name.</summary>
    public TextTable(IEnumerable<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch, DerivedState state)
    {
        foreach (var (_, understanding) in batch)
        {
            foreach (var text in understanding.Attributes.Select(attribute => attribute.Text).Concat(understanding.Facts.Select(fact => fact.Text)))
            {
                Add(text);
            }

            foreach (var label in understanding.Topics.Select(topic => topic.Label).Where(label => state.Topics.Find(ValueKey.Of(label)) is null))
            {
                Add(label);
            }
        }
    }

    /// <summary>The texts, in order of first use.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>How many there are.</summary>
    public int Count => _texts.Count;

    /// <summary>Takes their index data.</summary>
    /// <exception cref="InvalidOperationException">There are not as many as texts.</exception>
    public void Fill(IndexData[] index)
    {
        if (index.Length != _texts.Count)
        {
            throw new InvalidOperationException($"{index.Length} index rows for {_texts.Count} texts.");
        }

        _index = index;
    }

    /// <summary>Index data of a text; none for a label that needs none.</summary>
    public IndexData Get(string text) => _places.TryGetValue(text, out var place) ? _index[place] : None;

    private void Add(string text)
    {
        if (_places.TryAdd(text, _texts.Count))
        {
            _texts.Add(text);
        }
    }
}
