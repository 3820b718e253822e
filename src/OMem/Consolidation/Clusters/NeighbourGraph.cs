namespace OMem.Consolidation.Clusters;

/// <summary>
/// The nearest-neighbour graph over the current attributes of one subject (O-Mem, arXiv 2511.13593, eqs. 5-6), kept up to date one
/// attribute at a time. It is a function of its nodes alone, whatever order they came in.
/// </summary>
internal sealed class NeighbourGraph
{
    private readonly Dictionary<string, ClusterNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>Builds the graph of the given attributes.</summary>
    public NeighbourGraph(IEnumerable<ItemEntry> current)
    {
        foreach (var entry in current)
        {
            Add(entry);
        }
    }

    /// <summary>Whether it has the attribute.</summary>
    public bool Contains(string id) => _nodes.ContainsKey(id);

    /// <summary>The node of an attribute, or null when it is not current.</summary>
    public ClusterNode? Find(string id) => _nodes.GetValueOrDefault(id);

    /// <summary>Adds an attribute. One pass over the nodes.</summary>
    /// <returns>Every node whose neighbourhood changed.</returns>
    public List<ClusterNode> Add(ItemEntry entry)
    {
        var added = new ClusterNode(entry);
        var changed = new List<ClusterNode> { added };
        foreach (var node in _nodes.Values)
        {
            var similarity = ClusterSimilarity.Of(entry, node.Entry);
            added.Offer(node, similarity);
            var before = node.Nearest;
            if (node.Offer(added, similarity))
            {
                changed.Add(node);
                AddIfAny(changed, before);
            }
        }

        _nodes.Add(entry.Item.Id, added);
        AddIfAny(changed, added.Nearest);
        return changed;
    }

    /// <summary>Takes an attribute out. One pass over the nodes for each that had it as nearest.</summary>
    /// <returns>Every node whose neighbourhood changed.</returns>
    public List<ClusterNode> Remove(string id)
    {
        _nodes.Remove(id, out var removed);
        var orphans = removed!.Incoming.OrderBy(node => node.Id, StringComparer.Ordinal).ToList();
        var changed = new List<ClusterNode>(orphans);
        AddIfAny(changed, removed.Nearest);
        removed.Clear();
        foreach (var orphan in orphans)
        {
            orphan.Clear();
            foreach (var node in _nodes.Values.Where(node => node != orphan))
            {
                orphan.Offer(node, ClusterSimilarity.Of(orphan.Entry, node.Entry));
            }

            AddIfAny(changed, orphan.Nearest);
        }

        return changed;
    }

    private static void AddIfAny(List<ClusterNode> changed, ClusterNode? node)
    {
        if (node is not null)
        {
            changed.Add(node);
        }
    }
}
