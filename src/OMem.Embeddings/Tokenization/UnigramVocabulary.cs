using System.Runtime.InteropServices;

namespace OMem.Embeddings.Tokenization;

/// <summary>
/// Pieces with scores; a piece's place is its id. Their symbols, UTF-16 units, form a tree: the edges of a node lie side
/// by side, so that a step is one search in a short span. The form of the file is said where it is written
/// (<c>VocabularyFile</c> of the converter).
/// </summary>
internal sealed class UnigramVocabulary
{
    /// <summary>The node where every search begins.</summary>
    public const int Root = 0;

    private readonly int[] _firstEdges;
    private readonly char[] _symbols;
    private readonly int[] _ends;

    private UnigramVocabulary(double[] scores, byte[] lengths, int[] firstEdges, char[] symbols, int[] ends)
    {
        Scores = scores;
        Lengths = lengths;
        _firstEdges = firstEdges;
        _symbols = symbols;
        _ends = ends;
        foreach (var piece in ends)
        {
            LongestPiece = Math.Max(LongestPiece, piece < 0 ? 0 : lengths[piece]);
        }
    }

    public double[] Scores { get; }

    /// <summary>Of each piece, in UTF-16 units.</summary>
    public byte[] Lengths { get; }

    /// <summary>Of the pieces that can match.</summary>
    public int LongestPiece { get; }

    /// <summary>The node one symbol further, or -1.</summary>
    public int Step(int node, char symbol)
    {
        var first = _firstEdges[node];
        var found = _symbols.AsSpan(first, _firstEdges[node + 1] - first).IndexOf(symbol);
        return found < 0 ? -1 : first + found + 1;
    }

    /// <summary>The id of the piece that ends at the node, or -1.</summary>
    public int PieceAt(int node) => _ends[node];

    /// <summary>Reads the converter's file.</summary>
    public static UnigramVocabulary Read(ReadOnlySpan<byte> file)
    {
        var counts = Take<int>(ref file, 2);
        var (pieces, nodes) = (counts[0], counts[1]);
        var vocabulary = new UnigramVocabulary(
            Take<double>(ref file, pieces), Take<byte>(ref file, pieces), Take<int>(ref file, nodes + 1), Take<char>(ref file, nodes - 1), Take<int>(ref file, nodes));
        return file.IsEmpty ? vocabulary : throw new InvalidDataException("The vocabulary file is longer than it says.");
    }

    private static T[] Take<T>(ref ReadOnlySpan<byte> file, int count)
        where T : unmanaged
    {
        var values = new T[count];
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        if (bytes.Length > file.Length)
        {
            throw new InvalidDataException("The vocabulary file is cut short.");
        }

        file[..bytes.Length].CopyTo(bytes);
        file = file[bytes.Length..];
        return values;
    }
}
