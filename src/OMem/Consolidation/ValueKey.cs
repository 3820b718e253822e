using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Consolidation;

/// <summary>The content of a value or sentence as a sorted set of stems: two wordings with one key say the same.</summary>
internal sealed class ValueKey
{
    /// <summary>Words that add nothing beside another content word: "jazz music" is jazz, "listening to jazz" too.</summary>
    private static readonly FrozenSet<string> Light = WordSet.Of(
        """
        listening listen eating eat drinking drink having doing going music food stuff things thing kind kinds type types sort genre lot lots bit
        really very much so all good great nice near around
        """);

    private readonly string[] _stems;

    /// <summary>Hashes of the stems in ascending order: numbers compare faster than words, and keys are compared by the hundred.</summary>
    private readonly ulong[] _hashes;

    /// <summary>A bit for each stem: keys without a common bit share no stem.</summary>
    private readonly ulong _bits;

    private ValueKey(string[] stems)
    {
        _stems = stems;
        Text = string.Join(' ', stems);
        _hashes = Array.ConvertAll(stems, Hash);
        Array.Sort(_hashes);
        foreach (var hash in _hashes)
        {
            _bits |= 1UL << (int)(hash & 63);
        }
    }

    /// <summary>Distinct stems in ordinal order.</summary>
    public IReadOnlyList<string> Stems => _stems;

    /// <summary>The stems joined by spaces: equal for equal keys.</summary>
    public string Text { get; }

    /// <summary>The key of an attribute's value.</summary>
    public static ValueKey Of(string value) => Make(value, static token => token);

    /// <summary>The key of a sentence, verb forms brought together ("went", "goes", "go") and the subject's own words left out.</summary>
    public static ValueKey OfSentence(string sentence, string subject)
    {
        var own = sentence.StartsWith(subject, StringComparison.Ordinal) ? sentence[subject.Length..] : sentence;
        return Make(own, static token => VerbForms.IsPast(token) ? VerbForms.BaseOfPast(token) : VerbForms.BaseOfThirdPerson(token));
    }

    /// <summary>Shared stems over all stems, 0-1; 1 for equal keys.</summary>
    public double Overlap(ValueKey other)
    {
        if (_stems.Length == 0 && other._stems.Length == 0)
        {
            return 1;
        }

        var shared = Shared(other);
        return shared == 0 ? 0 : (double)shared / (_stems.Length + other._stems.Length - shared);
    }

    /// <summary>Whether every stem of this key is in the other, and the other has more.</summary>
    public bool IsPartOf(ValueKey other) => _stems.Length > 0 && _stems.Length < other._stems.Length && Shared(other) == _stems.Length;

    private int Shared(ValueKey other)
    {
        if ((_bits & other._bits) == 0)
        {
            return 0;
        }

        var (left, right) = (_hashes, other._hashes);
        int i = 0, j = 0, shared = 0;
        while (i < left.Length && j < right.Length)
        {
            shared += left[i] == right[j] ? 1 : 0;
            var advance = left[i] <= right[j];
            j += left[i] >= right[j] ? 1 : 0;
            i += advance ? 1 : 0;
        }

        return shared;
    }

    /// <summary>FNV-1a over 16-bit units, then the finaliser of SplitMix64 so that the low bits spread too.</summary>
    private static ulong Hash(string stem)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in stem)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        hash = unchecked((hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94D049BB133111EBUL);
        return hash ^ (hash >> 31);
    }

    private static ValueKey Make(string text, Func<string, string> normalize)
    {
        var tokens = Tokenizer.Tokenize(text).ConvertAll(token => token.Text);
        var content = tokens.FindAll(token => !StopWords.IsStopWord(token) && !Light.Contains(token));
        if (content.Count == 0)
        {
            content = tokens;
        }

        return new ValueKey([.. content.Select(token => PorterStemmer.Stem(normalize(token))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
