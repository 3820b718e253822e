namespace OMem.Embeddings.Tests.Tokenization;

/// <summary>The original's algorithm, written as plainly as it is there: over the whole text, with a dictionary.</summary>
internal sealed class PlainUnigram
{
    private readonly Dictionary<string, (double Score, int Id)> _pieces = new(StringComparer.Ordinal);
    private readonly List<string> _texts;
    private readonly int _longest;

    public PlainUnigram(IReadOnlyList<(string Text, double Score)> pieces)
    {
        _texts = [.. pieces.Select(piece => piece.Text)];
        _longest = pieces.Max(piece => piece.Text.Length);
        for (var id = 6; id < pieces.Count; id++)
        {
            _pieces[pieces[id].Text] = (pieces[id].Score, id);
        }
    }

    public List<int> Encode(string symbols)
    {
        var best = new double[symbols.Length + 1];
        var words = new int[symbols.Length + 1];
        for (var end = 1; end <= symbols.Length; end++)
        {
            for (var start = Math.Max(0, end - _longest); start < end; start++)
            {
                if (Match(symbols, start, end) is { } match && (best[end] == 0 || best[start] + match.Score >= best[end]))
                {
                    best[end] = best[start] + match.Score;
                    words[end] = match.Id;
                }
            }
        }

        List<int> ids = [];
        for (var at = symbols.Length; at > 0; at -= _texts[words[at]].Length)
        {
            if (words[at] != 0 || ids is not [.., 0])
            {
                ids.Add(words[at]);
            }
        }

        ids.Reverse();
        return ids;
    }

    private (double Score, int Id)? Match(string symbols, int start, int end)
    {
        if (_pieces.TryGetValue(symbols[start..end], out var piece))
        {
            return piece;
        }

        // A symbol at which no piece begins is unknown, at no cost.
        var begins = Enumerable.Range(start + 1, Math.Min(_longest, symbols.Length - start)).Any(stop => _pieces.ContainsKey(symbols[start..stop]));
        return end == start + 1 && !begins ? (0, 0) : null;
    }
}
