using System.Runtime.InteropServices;
using System.Text.Json;

namespace OMem.ModelConverter.UseLite;

/// <summary>
/// Writes the vocabulary in the form in which the tokenizer uses it, so that loading is a copy. All little-endian:
/// the number of pieces and of nodes (int32); per piece its score (float64), then its length in UTF-16 units (uint8);
/// a tree of the pieces' symbols: per node its first edge (int32), and one more at the end; per edge its symbol (UTF-16);
/// per node the piece that ends there, or -1 (int32). Node 0 is the root; edge i leads to node i + 1.
/// </summary>
internal static class VocabularyFile
{
    /// <summary>The first ids stand for what is not text: unknown, begin, end and three spare ones. They never match.</summary>
    private const int Reserved = 6;

    /// <summary>From <c>[["piece", score], ...]</c>, where a piece's place is its id and the last of equal pieces counts.</summary>
    public static byte[] Write(ReadOnlySpan<byte> json)
    {
        var pieces = Read(json);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var id = Reserved; id < pieces.Count; id++)
        {
            ids[pieces[id].Text] = id;
        }

        var firstEdges = new List<int>();
        var symbols = new List<char>();
        var ends = new List<int>();
        BuildTree(ids, firstEdges, symbols, ends);
        return
        [
            .. Bytes<int>([pieces.Count, ends.Count]),
            .. Bytes<double>([.. pieces.Select(piece => piece.Score)]),
            .. pieces.Select(piece => checked((byte)piece.Text.Length)),
            .. Bytes<int>([.. firstEdges]),
            .. Bytes<char>([.. symbols]),
            .. Bytes<int>([.. ends]),
        ];
    }

    private static List<(string Text, double Score)> Read(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        var pieces = new List<(string, double)>();
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Array || entry.GetArrayLength() != 2 || entry[0].ValueKind != JsonValueKind.String
                || entry[1].ValueKind is not (JsonValueKind.Number or JsonValueKind.Null))
            {
                throw new InvalidDataException($"The piece {pieces.Count} of the vocabulary is not a text with a score.");
            }

            // Seven pieces with a colon have no score; the original reads that as 0.
            pieces.Add((entry[0].GetString()!, entry[1].ValueKind == JsonValueKind.Null ? 0 : entry[1].GetDouble()));
        }

        return pieces.Count > Reserved ? pieces : throw new InvalidDataException($"The vocabulary has {pieces.Count} pieces; more than {Reserved} were expected.");
    }

    private static void BuildTree(Dictionary<string, int> ids, List<int> firstEdges, List<char> symbols, List<int> ends)
    {
        var sorted = ids.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        // Nodes in order of depth: each is a run of the sorted pieces that share its symbols.
        var nodes = new List<(int Start, int End, int Depth)> { (0, sorted.Length, 0) };
        for (var node = 0; node < nodes.Count; node++)
        {
            var (start, end, depth) = nodes[node];
            firstEdges.Add(symbols.Count);
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
                nodes.Add((at, next, depth + 1));
                at = next;
            }
        }

        firstEdges.Add(symbols.Count);
    }

    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
