namespace OMem.Consolidation.Clusters;

/// <summary>
/// Connected components of the neighbour graph (O-Mem, arXiv 2511.13593, eq. 6), but only over edges above the threshold and
/// only up to a size: a 1-NN graph without them merges every attribute with something and chains the unrelated.
/// </summary>
internal static class Components
{
    /// <summary>The most attributes of one cluster.</summary>
    public const int MostMembers = 12;

    /// <summary>Everything that hangs together with the given nodes, ordered by id.</summary>
    public static List<ClusterNode> Region(NeighbourGraph graph, IEnumerable<ClusterNode> start)
    {
        var seen = new HashSet<ClusterNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<ClusterNode>(start);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            graph.Resolve(node);
            if (node.Nearest is not null)
            {
                open.Push(node.Nearest);
            }

            foreach (var other in node.Incoming)
            {
                open.Push(other);
            }
        }

        return [.. seen.OrderBy(node => node.Id, StringComparer.Ordinal)];
    }

    /// <summary>The region's clusters of two and more: strongest edges first, and none that would make a cluster too large.</summary>
    public static List<Component> Of(List<ClusterNode> region)
    {
        var group = region.ToDictionary(node => node.Id, node => new Component([node], 1), StringComparer.Ordinal);
        foreach (var node in region.Where(node => node.Nearest is not null)
            .OrderByDescending(node => node.Similarity).ThenBy(node => node.Id, StringComparer.Ordinal))
        {
            var (left, right) = (group[node.Id], group[node.Nearest!.Id]);
            if (left == right || left.Nodes.Count + right.Nodes.Count > MostMembers)
            {
                continue;
            }

            var joined = new Component([.. left.Nodes, .. right.Nodes], Math.Min(node.Similarity, Math.Min(left.WeakestEdge, right.WeakestEdge)));
            foreach (var member in joined.Nodes)
            {
                group[member.Id] = joined;
            }
        }

        return [.. region.Select(node => group[node.Id]).Where(component => component.Nodes.Count > 1).Distinct()];
    }
}

/// <summary>Attributes that hang together.</summary>
/// <param name="Nodes">The attributes.</param>
/// <param name="WeakestEdge">The least similarity that joined two of them.</param>
internal sealed record Component(IReadOnlyList<ClusterNode> Nodes, double WeakestEdge);
