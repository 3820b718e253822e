using OMem.Consolidation.Rulings;
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
    private readonly HashSet<string> _removedItems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removedTopics = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> _ledger = [];
    private readonly Dictionary<int, List<ItemBefore>> _before = [];
    private readonly Dictionary<int, RevertData> _data = [];

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

    /// <summary>Removes an item; nothing that was put of it counts.</summary>
    public void RemoveItem(string id)
    {
        _items.Remove(id);
        _removedItems.Add(id);
    }

    /// <summary>Removes a topic.</summary>
    public void RemoveTopic(string id) => _removedTopics.Add(id);

    /// <summary>Keeps with the last ledger entry what the change it tells of takes away.</summary>
    public void Keep(ItemBefore before)
    {
        if (!_before.TryGetValue(_ledger.Count - 1, out var kept))
        {
            _before[_ledger.Count - 1] = kept = [];
        }

        kept.Add(before);
    }

    /// <summary>Keeps with the last ledger entry what a person's decision needs to stand.</summary>
    public void Annotate(RevertData data) => _data[_ledger.Count - 1] = data;

    /// <summary>Items as they are after the changes, by id.</summary>
    public IReadOnlyList<PersonaItem> ChangedItems => [.. Ordered(_items).Select(static stored => stored.Item)];

    /// <summary>Ids of items that are removed, ordered.</summary>
    public IReadOnlyList<string> RemovedItems => [.. _removedItems.Order(StringComparer.Ordinal)];

    /// <summary>The changes as a commit, each list ordered by id.</summary>
    public DerivedCommit ToCommit(long version, IReadOnlyList<long> understood) => new()
    {
        ExpectedVersion = version,
        Items = Ordered(_items),
        RemovedItems = RemovedItems,
        Topics = Ordered(_topics),
        RemovedTopics = [.. _removedTopics.Order(StringComparer.Ordinal)],
        Clusters = Ordered(_clusters),
        RemovedClusters = [.. _removedClusters.Order(StringComparer.Ordinal)],
        Ledger = [.. _ledger.Select(WithRevert)],
        Understood = understood,
    };

    private LedgerEntry WithRevert(LedgerEntry entry, int place)
    {
        var kept = _before.GetValueOrDefault(place);
        var data = _data.GetValueOrDefault(place);
        return data is null && (kept is null || IsPlain(entry, kept)) ? entry : entry with { Revert = ((data ?? new RevertData()) with { Items = kept }).Write() };
    }

    /// <summary>That what was added was not there before goes without saying.</summary>
    private static bool IsPlain(LedgerEntry entry, List<ItemBefore> kept) =>
        entry.Operation is LedgerOperation.Add && kept is [{ Whole: null, Fields: null } only] && string.Equals(only.Id, entry.ItemId, StringComparison.Ordinal);

    private static T[] Ordered<T>(Dictionary<string, T> byId) => [.. byId.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
}
