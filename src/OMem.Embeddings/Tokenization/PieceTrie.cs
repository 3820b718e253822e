namespace OMem.Embeddings.Tokenization;

/// <summary>
/// The pieces of a vocabulary as a tree of symbols. The edges of a node lie side by side, sorted, so that a step is one
/// search in a short span. Symbols are UTF-16 units.
/// </summary>
internal sealed class PieceTrie
{
    /// <summary>The root, where every search begins.</summary>
    public const int Root = 0;

    private readonly int[] _firstEdge;
    private readonly char[] _symbols;
    private readonly int[] _targets;
    private readonly int[] _pieces;

    private PieceTrie(int[] firstEdge, char[] symbols, int[] targets, int[] pieces)
    {
        _firstEdge = firstEdge;
        _symbols = symbols;
        _targets = targets;
        _pieces = pieces;
    }

    /// <summary>The node one symbol further, or -1.</summary>
    public int Step(int node, char symbol)
    {
        var first = _firstEdge[node];
        var found = _symbols.AsSpan(first, _firstEdge[node + 1] - first).IndexOf(symbol);
        return found < 0 ? -1 : _targets[first + found];
    }

    /// <summary>The id of the piece that ends at the node, or -1.</summary>
    public int PieceAt(int node) => _pieces[node];

    /// <summary>Builds the tree. Of pieces with the same text the last one counts.</summary>
    public static PieceTrie Build(IEnumerable<(string Text, int Id)> pieces)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, id) in pieces)
        {
            ids[text] = id;
        }

        var sorted = ids.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        // Nodes in order of depth: each is a run of the sorted pieces that share its symbols.
        var nodes = new List<(int Start, int End, int Depth)> { (0, sorted.Length, 0) };
        List<int> firstEdge = [];
        List<char> symbols = [];
        List<int> targets = [];
        List<int> ends = [];
        for (var node = 0; node < nodes.Count; node++)
        {
            var (start, end, depth) = nodes[node];
            firstEdge.Add(symbols.Count);
            var endsHere = start < end && sorted[start].Length == depth;
            ends.Add(endsHere ? ids[sorted[start]] : -1);
            for (var at = endsHere ? start + 1 : start; at < end;)
            {
                var next = at;
                while (next < end && sorted[next][depth] == sorted[at][depth])
                {
                    next++;
                }

                symbols.Add(sorted[at][depth]);
                targets.Add(nodes.Count);
                nodes.Add((at, next, depth + 1));
                at = next;
            }
        }

        firstEdge.Add(symbols.Count);
        return new([.. firstEdge], [.. symbols], [.. targets], [.. ends]);
    }
}
