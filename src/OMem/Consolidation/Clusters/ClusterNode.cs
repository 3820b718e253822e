namespace OMem.Consolidation.Clusters;

/// <summary>A current attribute in the nearest-neighbour graph of its subject. Only neighbours it joins with count.</summary>
internal sealed class ClusterNode(ItemEntry entry)
{
    private static readonly HashSet<ClusterNode> None = [];

    private HashSet<ClusterNode>? _incoming;

    /// <summary>The attribute.</summary>
    public ItemEntry Entry { get; } = entry;

    /// <summary>Its id.</summary>
    public string Id => Entry.Item.Id;

    /// <summary>Whether its nearest neighbour has been looked for; it is kept up to date from then on.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Whether every node that has this one as its nearest is known, so that none is missing among the incoming.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Its nearest neighbour; null while it joins with none, or is not known.</summary>
    public ClusterNode? Nearest { get; private set; }

    /// <summary>Similarity to it, 0-1.</summary>
    public double Similarity { get; private set; } = -1;

    /// <summary>The known nodes that have this one as their nearest.</summary>
    public IReadOnlyCollection<ClusterNode> Incoming => _incoming ?? None;

    /// <summary>Stems it shares with the attribute of the pass named by <see cref="Pass"/>.</summary>
    public int Shared { get; set; }

    /// <summary>The pass that counted <see cref="Shared"/>.</summary>
    public long Pass { get; set; }

    /// <summary>Its row among the vectors of its model; -1 without a vector.</summary>
    public int Row { get; set; } = -1;

    /// <summary>Takes the other as nearest if it is nearer; of two equally near the smaller id.</summary>
    public bool Offer(ClusterNode other, double similarity)
    {
        if (similarity < Similarity || (similarity == Similarity && Nearest is not null && string.CompareOrdinal(other.Id, Nearest.Id) > 0))
        {
            return false;
        }

        SetNearest(other, similarity);
        return true;
    }

    /// <summary>Takes the nearest of all it joins with.</summary>
    public void Know(List<Neighbour> near)
    {
        IsKnown = true;
        ClusterNode? best = null;
        var most = -1.0;
        foreach (var (node, similarity) in near)
        {
            if (similarity > most || (similarity == most && string.CompareOrdinal(node.Id, best!.Id) < 0))
            {
                (best, most) = (node, similarity);
            }
        }

        SetNearest(best, most);
    }

    /// <summary>Forgets the nearest neighbour.</summary>
    public void Leave() => SetNearest(null, -1);

    private void SetNearest(ClusterNode? other, double similarity)
    {
        Nearest?._incoming!.Remove(this);
        if (other is not null)
        {
            (other._incoming ??= new HashSet<ClusterNode>(ReferenceEqualityComparer.Instance)).Add(this);
        }

        (Nearest, Similarity) = (other, similarity);
    }
}

/// <summary>A node that another joins with.</summary>
/// <param name="Node">The node.</param>
/// <param name="Similarity">How near it is, on the scale of <see cref="ClusterSimilarity"/>.</param>
internal readonly record struct Neighbour(ClusterNode Node, double Similarity);
