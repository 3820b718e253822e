namespace OMem.Consolidation.Clusters;

/// <summary>The nodes of a graph laid out for one pass: by vector within a model, by words beyond.</summary>
internal sealed class NodeColumns
{
    private readonly Dictionary<(string Model, int Dimensions), VectorColumn> _vectors = [];
    private StemColumn? _stems;

    /// <summary>Adds a node.</summary>
    public void Add(ClusterNode node)
    {
        if (node.Entry.Vector.ModelId is { } model)
        {
            var key = (model, node.Entry.Vector.Dimensions);
            if (!_vectors.TryGetValue(key, out var column))
            {
                _vectors[key] = column = new VectorColumn(key.Dimensions);
            }

            column.Add(node);
        }

        _stems?.Add(node);
    }

    /// <summary>Takes a node out.</summary>
    public void Remove(ClusterNode node)
    {
        ColumnOf(node)?.Remove(node);
        _stems?.Remove(node);
    }

    /// <summary>Adds everything that joins with a node, itself aside.</summary>
    /// <param name="node">The node; it need not have been added.</param>
    /// <param name="nodes">All nodes that have been added.</param>
    /// <param name="near">Takes what is found.</param>
    public void Find(ClusterNode node, IReadOnlyCollection<ClusterNode> nodes, List<Neighbour> near)
    {
        var column = ColumnOf(node);
        column?.Find(node, near);
        if ((column?.Count ?? 0) < nodes.Count)
        {
            // Where all have vectors of one model, as mostly, words are never asked.
            _stems ??= StemsOf(nodes);
            _stems.Find(node, near);
        }
    }

    private VectorColumn? ColumnOf(ClusterNode node) =>
        node.Entry.Vector.ModelId is { } model ? _vectors.GetValueOrDefault((model, node.Entry.Vector.Dimensions)) : null;

    private static StemColumn StemsOf(IEnumerable<ClusterNode> nodes)
    {
        var stems = new StemColumn();
        foreach (var node in nodes)
        {
            stems.Add(node);
        }

        return stems;
    }
}
