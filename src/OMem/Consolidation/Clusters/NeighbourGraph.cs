namespace OMem.Consolidation.Clusters;

/// <summary>
/// The nearest-neighbour graph over the current attributes of one subject (O-Mem, arXiv 2511.13593, eqs. 5-6), of which only the
/// edges that join are kept. It is a function of its nodes alone, whatever order they came in.
/// </summary>
/// <remarks>
/// Edges are looked for where they are asked for: a graph of ten thousand attributes read from a store costs nothing until one of
/// them is touched, and then one pass for each attribute that hangs together with it. What has been found is kept up to date.
/// </remarks>
internal sealed class NeighbourGraph
{
    private readonly Dictionary<string, ClusterNode> _nodes = new(StringComparer.Ordinal);
    private readonly NodeColumns _columns = new();

    /// <summary>Passes of the change being made, by node: a region asks for some twice.</summary>
    private readonly Dictionary<ClusterNode, List<Neighbour>> _passes = new(ReferenceEqualityComparer.Instance);

    private readonly Stack<List<Neighbour>> _spare = [];

    /// <summary>Creates the graph of the given attributes, no edge of which is known yet.</summary>
    public NeighbourGraph(IEnumerable<ItemEntry> current)
    {
        foreach (var entry in current)
        {
            Insert(new ClusterNode(entry));
        }
    }

    /// <summary>Whether it has the attribute.</summary>
    public bool Contains(string id) => _nodes.ContainsKey(id);

    /// <summary>The node of an attribute, or null when it is not current.</summary>
    public ClusterNode? Find(string id) => _nodes.GetValueOrDefault(id);

    /// <summary>Adds an attribute.</summary>
    /// <returns>Every node whose edges changed.</returns>
    public List<ClusterNode> Add(ItemEntry entry)
    {
        var added = new ClusterNode(entry);
        var changed = new List<ClusterNode> { added };
        var near = Near(added);
        foreach (var (node, similarity) in near)
        {
            if (!node.IsKnown && !HasNearer(node, added, similarity, near))
            {
                node.Know(Near(node));
            }

            var before = node.Nearest;
            if (node.IsKnown && node.Offer(added, similarity))
            {
                changed.Add(node);
                AddIfAny(changed, before);
            }
        }

        added.Know(near);
        added.IsComplete = true;
        AddIfAny(changed, added.Nearest);
        Insert(added);
        EndChange();
        return changed;
    }

    /// <summary>Takes an attribute out.</summary>
    /// <returns>Every node whose edges changed.</returns>
    public List<ClusterNode> Remove(string id)
    {
        var removed = _nodes[id];
        Resolve(removed);
        var orphans = removed.Incoming.ToList();
        var changed = new List<ClusterNode>(orphans);
        AddIfAny(changed, removed.Nearest);
        removed.Leave();
        _nodes.Remove(id);
        _columns.Remove(removed);
        EndChange();
        foreach (var orphan in orphans)
        {
            orphan.Know(Near(orphan));
            AddIfAny(changed, orphan.Nearest);
        }

        return changed;
    }

    /// <summary>Finds the node's nearest neighbour and every node that has it as theirs, if they are not known.</summary>
    public void Resolve(ClusterNode node)
    {
        if (node.IsComplete)
        {
            return;
        }

        var near = Near(node);
        node.Know(near);
        foreach (var (other, similarity) in near)
        {
            if (!other.IsKnown && !HasNearer(other, node, similarity, near))
            {
                other.Know(Near(other));
            }
        }

        node.IsComplete = true;
    }

    /// <summary>Forgets the passes kept for the change just made.</summary>
    public void EndChange()
    {
        foreach (var near in _passes.Values)
        {
            near.Clear();
            _spare.Push(near);
        }

        _passes.Clear();
    }

    /// <summary>Whether a neighbour of a node has something nearer than it among the node's other neighbours, which mostly spares it a pass.</summary>
    private static bool HasNearer(ClusterNode neighbour, ClusterNode node, double similarity, List<Neighbour> near)
    {
        foreach (var (other, _) in near)
        {
            if (other != neighbour)
            {
                var alternative = ClusterSimilarity.Of(neighbour.Entry, other.Entry);
                if (alternative > similarity || (alternative == similarity && string.CompareOrdinal(other.Id, node.Id) < 0))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private List<Neighbour> Near(ClusterNode node)
    {
        if (!_passes.TryGetValue(node, out var near))
        {
            _passes[node] = near = _spare.TryPop(out var spare) ? spare : [];
            _columns.Find(node, _nodes.Values, near);
        }

        return near;
    }

    private void Insert(ClusterNode node)
    {
        _nodes.Add(node.Id, node);
        _columns.Add(node);
    }

    private static void AddIfAny(List<ClusterNode> changed, ClusterNode? node)
    {
        if (node is not null)
        {
            changed.Add(node);
        }
    }
}
