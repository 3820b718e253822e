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

    /// <summary>Leaves six bits of a hash.</summary>
    private const int HashShift = 26;

    private readonly string[] _stems;

    /// <summary>A bit for each stem: keys without a common bit share no stem.</summary>
    private readonly ulong _bits;

    private ValueKey(string[] stems)
    {
        _stems = stems;
        Text = string.Join(' ', stems);
        foreach (var stem in stems)
        {
            _bits |= 1UL << (int)(Hash(stem) >> HashShift);
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
        if (string.Equals(Text, other.Text, StringComparison.Ordinal))
        {
            return 1;
        }

        var shared = Shared(other);
        var all = Stems.Count + other.Stems.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>Whether every stem of this key is in the other, and the other has more.</summary>
    public bool IsPartOf(ValueKey other) => Stems.Count > 0 && Stems.Count < other.Stems.Count && Shared(other) == Stems.Count;

    private int Shared(ValueKey other)
    {
        if ((_bits & other._bits) == 0)
        {
            return 0;
        }

        var (left, right) = (_stems, other._stems);
        int i = 0, j = 0, shared = 0;
        while (i < left.Length && j < right.Length)
        {
            var order = string.CompareOrdinal(left[i], right[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static uint Hash(string stem)
    {
        var hash = 2166136261;
        foreach (var c in stem)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
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
