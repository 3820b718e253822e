namespace OMem.Storage;

/// <summary>Derived memory of one scope.</summary>
internal sealed class InMemoryDerived
{
    private readonly SortedDictionary<string, StoredItem> _items = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, AttributeCluster> _clusters = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, StoredTopic> _topics = new(StringComparer.Ordinal);

    public long Version { get; private set; }

    public DerivedMemory Read() => new(Version, [.. _items.Values], [.. _clusters.Values], [.. _topics.Values]);

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

        foreach (var (item, index) in commit.Items)
        {
            _items[item.Id] = new StoredItem(item with { Evidence = [.. item.Evidence] }, InMemoryLogEntry.Copy(index));
        }

        foreach (var (topic, index) in commit.Topics)
        {
            var copy = topic with { Interactions = [.. topic.Interactions], Aliases = [.. topic.Aliases] };
            _topics[topic.Id] = new StoredTopic(copy, InMemoryLogEntry.Copy(index));
        }

        Version++;
    }

    public void Clear()
    {
        _items.Clear();
        _clusters.Clear();
        _topics.Clear();
        Version++;
    }
}
