using OMem.Storage;

namespace OMem.Consolidation;

/// <summary>What a batch changes: the last form of each item, topic and cluster, and the ledger in order.</summary>
internal sealed class ChangeSet
{
    private readonly Dictionary<string, StoredItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredTopic> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeCluster> _clusters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removedClusters = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> _ledger = [];

    public void Put(StoredItem item) => _items[item.Item.Id] = item;

    public void Put(StoredTopic topic) => _topics[topic.Topic.Id] = topic;

    public void Put(AttributeCluster cluster)
    {
        _clusters[cluster.Id] = cluster;
        _removedClusters.Remove(cluster.Id);
    }

    public void RemoveCluster(string id)
    {
        _clusters.Remove(id);
        _removedClusters.Add(id);
    }

    public void Add(LedgerEntry entry) => _ledger.Add(entry);

    /// <summary>The changes as a commit, each list ordered by id.</summary>
    public DerivedCommit ToCommit(long version, IReadOnlyList<long> understood) => new()
    {
        ExpectedVersion = version,
        Items = Ordered(_items),
        Topics = Ordered(_topics),
        Clusters = Ordered(_clusters),
        RemovedClusters = [.. _removedClusters.Order(StringComparer.Ordinal)],
        Ledger = _ledger,
        Understood = understood,
    };

    private static T[] Ordered<T>(Dictionary<string, T> byId) => [.. byId.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
}
