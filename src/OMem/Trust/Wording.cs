using OMem.Text;

namespace OMem.Trust;

/// <summary>The wording of a text as hashes of its runs of four words: a copy shares most of them.</summary>
internal sealed class Wording
{
    private const int Run = 4;

    /// <summary>Below, two texts have the same words because there is little choice: "Alice lives in Oslo".</summary>
    private const int LeastWords = 10;

    private const int MostWords = 2_000;

    /// <summary>The share of the shorter text's runs that a copy has in common.</summary>
    private const double Copied = 0.8;

    private readonly HashSet<ulong> _runs;

    private Wording(HashSet<ulong> runs) => _runs = runs;

    /// <summary>The wording of a text.</summary>
    public static Wording Of(string text)
    {
        var words = Tokenizer.Tokenize(text);
        var runs = new HashSet<ulong>();
        for (var i = 0; words.Count >= LeastWords && i + Run <= Math.Min(words.Count, MostWords); i++)
        {
            runs.Add(Hash(words, i));
        }

        return new Wording(runs);
    }

    /// <summary>Whether one of two texts is, nearly word for word, the other or a part of it.</summary>
    public bool IsCopyOf(Wording other)
    {
        var (less, more) = _runs.Count <= other._runs.Count ? (_runs, other._runs) : (other._runs, _runs);
        return less.Count > 0 && less.Count(more.Contains) >= less.Count * Copied;
    }

    /// <summary>FNV-1a over 16-bit units, with a unit that no word holds between words.</summary>
    private static ulong Hash(List<Token> words, int first)
    {
        var hash = 14695981039346656037UL;
        for (var i = first; i < first + Run; i++)
        {
            foreach (var c in words[i].Text)
            {
                hash = unchecked((hash ^ c) * 1099511628211UL);
            }

            hash = unchecked((hash ^ 0xFFFF) * 1099511628211UL);
        }

        return hash;
    }
}
