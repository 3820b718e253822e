namespace OMem.Consolidation.Clusters;

/// <summary>A current attribute in the nearest-neighbour graph of its subject.</summary>
internal sealed class ClusterNode(ItemEntry entry)
{
    /// <summary>The attribute.</summary>
    public ItemEntry Entry { get; } = entry;

    /// <summary>Its id.</summary>
    public string Id => Entry.Item.Id;

    /// <summary>Its nearest neighbour; null while it is alone.</summary>
    public ClusterNode? Nearest { get; private set; }

    /// <summary>Similarity to it, 0-1.</summary>
    public double Similarity { get; private set; } = -1;

    /// <summary>The nodes that have this one as their nearest.</summary>
    public HashSet<ClusterNode> Incoming { get; } = new(ReferenceEqualityComparer.Instance);

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

    /// <summary>Forgets the nearest neighbour.</summary>
    public void Clear() => SetNearest(null, -1);

    private void SetNearest(ClusterNode? other, double similarity)
    {
        Nearest?.Incoming.Remove(this);
        other?.Incoming.Add(this);
        (Nearest, Similarity) = (other, similarity);
    }
}
