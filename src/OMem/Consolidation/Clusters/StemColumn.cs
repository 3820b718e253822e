using System.Runtime.InteropServices;

namespace OMem.Consolidation.Clusters;

/// <summary>Nodes by the stems of their values, so that only those that share one are looked at.</summary>
internal sealed class StemColumn
{
    /// <summary>Stands for the stems of a value that has none: two such values are alike.</summary>
    private static readonly string[] Stemless = [string.Empty];

    private readonly Dictionary<string, List<ClusterNode>> _nodes = new(StringComparer.Ordinal);
    private readonly List<ClusterNode> _met = [];
    private long _passes;

    /// <summary>Adds a node under its stems.</summary>
    public void Add(ClusterNode node)
    {
        foreach (var stem in StemsOf(node))
        {
            ref var nodes = ref CollectionsMarshal.GetValueRefOrAddDefault(_nodes, stem, out _);
            (nodes ??= []).Add(node);
        }
    }

    /// <summary>Takes a node out.</summary>
    public void Remove(ClusterNode node)
    {
        foreach (var stem in StemsOf(node))
        {
            _nodes[stem].Remove(node);
        }
    }

    /// <summary>Adds the nodes that join with a node by words, itself aside and those it is compared with by vector.</summary>
    public void Find(ClusterNode node, List<Neighbour> near)
    {
        Count(node);
        var all = StemsOf(node).Count;
        foreach (var other in _met)
        {
            if (other == node || node.Entry.Vector.IsOfSameModel(other.Entry.Vector))
            {
                continue;
            }

            var similarity = ClusterSimilarity.OfOverlap((double)other.Shared / (all + StemsOf(other).Count - other.Shared));
            if (ClusterSimilarity.Joins(similarity))
            {
                near.Add(new Neighbour(other, similarity));
            }
        }
    }

    private void Count(ClusterNode node)
    {
        _met.Clear();
        _passes++;
        foreach (var stem in StemsOf(node))
        {
            foreach (var other in CollectionsMarshal.AsSpan(_nodes.GetValueOrDefault(stem)))
            {
                if (other.Pass != _passes)
                {
                    (other.Pass, other.Shared) = (_passes, 0);
                    _met.Add(other);
                }

                other.Shared++;
            }
        }
    }

    private static IReadOnlyList<string> StemsOf(ClusterNode node) => node.Entry.Key.Stems.Count == 0 ? Stemless : node.Entry.Key.Stems;
}
