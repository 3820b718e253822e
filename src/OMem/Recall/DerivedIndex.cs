using OMem.Storage;

namespace OMem.Recall;

/// <summary>Derived memory of one scope as recall searches it. One writer at a time (the engine's lock); readers take <see cref="View"/>.</summary>
internal sealed class DerivedIndex
{
    private readonly StatementIndex<StoredItem> _items;
    private readonly StatementIndex<StoredTopic> _topics;
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private DerivedView _view;

    /// <summary>Creates it from what the store holds.</summary>
    /// <param name="memory">The derived memory.</param>
    /// <param name="modelId">The embedding model in use; null for lexical recall only.</param>
    /// <param name="dimensions">Its dimensions.</param>
    public DerivedIndex(DerivedMemory memory, string? modelId, int dimensions)
    {
        _items = new StatementIndex<StoredItem>(modelId, dimensions);
        _topics = new StatementIndex<StoredTopic>(modelId, dimensions);
        _view = new DerivedView(0, _items.Snapshot(), _topics.Snapshot(), 0);
        Apply(memory.Version, memory.Items, memory.Topics);
    }

    /// <summary>What readers see.</summary>
    public DerivedView View => Volatile.Read(ref _view);

    /// <summary>Takes over a commit; work grows with the commit, not with the memory.</summary>
    /// <param name="version">The version after it.</param>
    /// <param name="items">Items inserted or replaced.</param>
    /// <param name="topics">Topics inserted or replaced.</param>
    public void Apply(long version, IReadOnlyList<StoredItem> items, IReadOnlyList<StoredTopic> topics)
    {
        foreach (var item in items)
        {
            if (!item.Item.Held)
            {
                _items.Put(item.Item.Id, item, item.Index);
            }
            else if (item.Item.SupersededAt is null)
            {
                _held.Add(item.Item.Id);
            }
            else
            {
                _held.Remove(item.Item.Id);
            }
        }

        foreach (var topic in topics)
        {
            _topics.Put(topic.Topic.Id, topic, topic.Index);
        }

        Volatile.Write(ref _view, new DerivedView(version, _items.Snapshot(), _topics.Snapshot(), _held.Count));
    }
}

/// <summary>Derived memory at one version. Immutable and thread-safe.</summary>
/// <param name="Version">The version.</param>
/// <param name="Items">Attributes and facts, superseded ones too.</param>
/// <param name="Topics">Topics.</param>
/// <param name="Held">How many attributes and facts are held back: recall sees none of them.</param>
internal sealed record DerivedView(long Version, StatementView<StoredItem> Items, StatementView<StoredTopic> Topics, int Held)
{
    private Dictionary<long, List<StoredItem>>? _byTurn;

    /// <summary>The items that rest on a log position, superseded ones too. Looked up once for a version, when first asked.</summary>
    public IReadOnlyList<StoredItem> ItemsOf(long sequence) => (_byTurn ??= ByTurn()).TryGetValue(sequence, out var items) ? items : [];

    private Dictionary<long, List<StoredItem>> ByTurn()
    {
        var byTurn = new Dictionary<long, List<StoredItem>>();
        foreach (var stored in Items.Values())
        {
            foreach (var evidence in stored.Item.Evidence)
            {
                if (!byTurn.TryGetValue(evidence.Sequence, out var items))
                {
                    byTurn[evidence.Sequence] = items = [];
                }

                if (items.Count == 0 || items[^1] != stored)
                {
                    items.Add(stored);
                }
            }
        }

        return byTurn;
    }

    /// <summary>Nothing understood yet.</summary>
    public static DerivedView Empty { get; } = new DerivedIndex(new DerivedMemory(0, [], [], []), null, 0).View;
}
