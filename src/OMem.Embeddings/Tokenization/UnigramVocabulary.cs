using System.Text.Json;

namespace OMem.Embeddings.Tokenization;

/// <summary>Pieces with scores; a piece's place is its id.</summary>
internal sealed class UnigramVocabulary
{
    /// <summary>The first ids stand for what is not text: unknown, begin, end and three spare ones. They never match.</summary>
    private const int Reserved = 6;

    private UnigramVocabulary(List<string> pieces, List<double> scores)
    {
        Scores = [.. scores];
        Lengths = [.. pieces.Select(piece => piece.Length)];
        LongestPiece = Lengths.Skip(Reserved).Max();
        Trie = PieceTrie.Build(pieces.Select((piece, id) => (piece, id)).Skip(Reserved));
    }

    public PieceTrie Trie { get; }

    public double[] Scores { get; }

    /// <summary>Of each piece, in UTF-16 units.</summary>
    public int[] Lengths { get; }

    public int LongestPiece { get; }

    /// <summary>Reads <c>[["piece", score], ...]</c>. Seven pieces with a colon have no score: it reads as 0, as in the original.</summary>
    public static UnigramVocabulary Read(ReadOnlySpan<byte> json)
    {
        List<string> pieces = [];
        List<double> scores = [];
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    pieces.Add(reader.GetString()!);
                    break;
                case JsonTokenType.Number:
                    scores.Add(reader.GetDouble());
                    break;
                case JsonTokenType.Null:
                    scores.Add(0);
                    break;
            }
        }

        return pieces.Count == scores.Count && pieces.Count > Reserved
            ? new(pieces, scores)
            : throw new InvalidDataException($"The vocabulary has {pieces.Count} pieces and {scores.Count} scores.");
    }
}
