namespace OMem.Storage;

/// <summary>Derived memory of one scope.</summary>
internal sealed class InMemoryDerived
{
    private readonly SortedDictionary<string, StoredItem> _items = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, AttributeCluster> _clusters = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, StoredTopic> _topics = new(StringComparer.Ordinal);

    private readonly SortedSet<long> _hidden = [];

    public long Version { get; private set; }

    public DerivedMemory Read() => new(Version, [.. _items.Values], [.. _clusters.Values], [.. _topics.Values]) { Hidden = [.. _hidden] };

    public void Apply(DerivedCommit commit)
    {
        foreach (var id in commit.RemovedClusters)
        {
            _clusters.Remove(id);
        }

        foreach (var cluster in commit.Clusters)
        {
            _clusters[cluster.Id] = cluster with { Members = [.. cluster.Members] };
        }

        foreach (var id in commit.RemovedItems)
        {
            _items.Remove(id);
        }

        foreach (var id in commit.RemovedTopics)
        {
            _topics.Remove(id);
        }

        foreach (var (item, index) in commit.Items)
        {
            _items[item.Id] = new StoredItem(item with { Evidence = [.. item.Evidence] }, InMemoryLogEntry.Copy(index));
        }

        foreach (var (topic, index) in commit.Topics)
        {
            var copy = topic with { Interactions = [.. topic.Interactions], Aliases = [.. topic.Aliases] };
            _topics[topic.Id] = new StoredTopic(copy, InMemoryLogEntry.Copy(index));
        }

        _hidden.UnionWith(commit.Hidden);
        _hidden.ExceptWith(commit.Unhidden);
        Version++;
    }

    /// <summary>Erased positions are forgotten no more: they are not there.</summary>
    public void Erase(IReadOnlyList<long> sequences) => _hidden.ExceptWith(sequences);

    public void Clear()
    {
        _items.Clear();
        _clusters.Clear();
        _topics.Clear();
        Version++;
    }
}
