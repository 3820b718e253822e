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

    private ValueKey(string[] stems)
    {
        Stems = stems;
        Text = string.Join(' ', stems);
    }

    /// <summary>Distinct stems in ordinal order.</summary>
    public IReadOnlyList<string> Stems { get; }

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
        int i = 0, j = 0, shared = 0;
        while (i < Stems.Count && j < other.Stems.Count)
        {
            var order = string.CompareOrdinal(Stems[i], other.Stems[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
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
