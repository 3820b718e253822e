using OMem.Consolidation;
using OMem.Consolidation.Clusters;

namespace OMem.Tests.Consolidation.Clusters;

/// <summary>The neighbour graph as it is defined: every pair compared, nothing kept. What the graph that is kept up to date has to equal.</summary>
internal sealed class FullGraph
{
    private readonly Dictionary<string, (string? Nearest, double Similarity)> _edges = new(StringComparer.Ordinal);

    public FullGraph(IReadOnlyCollection<ItemEntry> entries)
    {
        foreach (var entry in entries)
        {
            var nearest = entries.Where(other => other != entry)
                .Select(other => (Nearest: (string?)other.Item.Id, Similarity: ClusterSimilarity.Of(entry, other)))
                .Where(edge => ClusterSimilarity.Joins(edge.Similarity))
                .OrderByDescending(edge => edge.Similarity).ThenBy(edge => edge.Nearest, StringComparer.Ordinal)
                .FirstOrDefault((null, -1));
            _edges.Add(entry.Item.Id, nearest);
        }
    }

    public IEnumerable<string> Ids => _edges.Keys;

    public (string? Nearest, double Similarity) EdgeOf(string id) => _edges[id];

    /// <summary>Ids of everything that hangs together with one, ordered.</summary>
    public string[] Region(string id)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([id]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var other in _edges.Where(edge => edge.Value.Nearest == next).Select(edge => edge.Key).Append(_edges[next].Nearest).OfType<string>())
                {
                    open.Push(other);
                }
            }
        }

        return [.. seen];
    }
}
