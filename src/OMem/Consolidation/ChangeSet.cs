using OMem.Storage;

namespace OMem.Consolidation;

/// <summary>What a batch changes: the last form of each item, topic and cluster, and the ledger in order.</summary>
internal sealed class ChangeSet
{
    private readonly Dictionary<string, StoredItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredTopic> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeCluster> _clusters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _newClusters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removedClusters = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> _ledger = [];

    /// <summary>Clusters that were made or changed.</summary>
    public IReadOnlySet<string> ClusterIds => _clusters.Keys.ToHashSet(StringComparer.Ordinal);

    public void Put(StoredItem item) => _items[item.Item.Id] = item;

    public void Put(StoredTopic topic) => _topics[topic.Topic.Id] = topic;

    /// <summary>Stores a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="isNew">Whether the memory did not have it just before.</param>
    public void Put(AttributeCluster cluster, bool isNew)
    {
        _clusters[cluster.Id] = cluster;
        if (!_removedClusters.Remove(cluster.Id) && isNew)
        {
            _newClusters.Add(cluster.Id);
        }
    }

    /// <summary>Removes a cluster. One that this batch made is not in the store, so nothing is left to remove there.</summary>
    public void RemoveCluster(string id)
    {
        _clusters.Remove(id);
        if (!_newClusters.Remove(id))
        {
            _removedClusters.Add(id);
        }
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
