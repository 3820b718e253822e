using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Topics;

/// <summary>A key phrase of a message.</summary>
/// <param name="Label">Lower case.</param>
/// <param name="Score">Its weight among the others; no unit.</param>
/// <param name="Phrase">Where it stands first.</param>
internal sealed record KeyPhrase(string Label, double Score, Phrase Phrase);

/// <summary>
/// What a message is about: runs of nouns and names, scored by how often their words occur and how specific they look. After RAKE
/// (Rose et al., 2010: phrases between stop words, words scored by the company they keep) without statistics of other messages,
/// so that a message read alone or in a batch gives the same.
/// </summary>
internal static class KeyPhraseReader
{
    /// <summary>The most topics of one message.</summary>
    public const int Most = 4;

    private const int LongestPhrase = 3;
    private const double LeastScore = 1.0;

    private static readonly FrozenSet<string> Noise = WordSet.OfFile("topic-noise");

    private static readonly FrozenSet<string> NounMarks = WordSet.Of(
        """
        a an the my our your his her their its this these some any of in at on for about with to from by into like love enjoy play
        do doing play playing watch watching new
        """);

    /// <summary>The best phrases, highest score first; none for small talk.</summary>
    public static List<KeyPhrase> Read(IReadOnlyList<Sentence> sentences)
    {
        var phrases = new List<Phrase>();
        foreach (var sentence in sentences)
        {
            AddPhrases(sentence, phrases);
        }

        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in phrases.SelectMany(Stems))
        {
            frequency[stem] = frequency.GetValueOrDefault(stem) + 1;
        }

        var best = new Dictionary<string, KeyPhrase>(StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            var key = string.Join(' ', Stems(phrase));
            if (!best.ContainsKey(key) && Score(phrase, frequency) is var score and >= LeastScore)
            {
                best[key] = new KeyPhrase(Phrase.Text(phrase.Sentence, phrase.First, phrase.End), score, phrase);
            }
        }

        return Choose(best.Values);
    }

    private static List<KeyPhrase> Choose(IEnumerable<KeyPhrase> phrases)
    {
        var chosen = new List<KeyPhrase>();
        foreach (var phrase in phrases.OrderByDescending(phrase => phrase.Score).ThenBy(phrase => phrase.Phrase.SourceStart).ThenBy(phrase => phrase.Label, StringComparer.Ordinal))
        {
            if (chosen.Count < Most && !chosen.Exists(other => Shares(other.Phrase, phrase.Phrase)))
            {
                chosen.Add(phrase);
            }
        }

        return chosen;
    }

    private static bool Shares(Phrase left, Phrase right) => Stems(left).Intersect(Stems(right), StringComparer.Ordinal).Any();

    private static void AddPhrases(Sentence sentence, List<Phrase> phrases)
    {
        for (var i = sentence.First; i < sentence.End;)
        {
            var end = i;
            while (end < sentence.End && IsContent(sentence, end) && (end == i || sentence.GapAt(end) == Gap.None))
            {
                end++;
            }

            if (end > i)
            {
                AddRun(new Phrase(sentence, i, end), phrases);
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>A run of one to three words is a phrase; of a longer one the last three words, where English has its nouns.</summary>
    private static void AddRun(Phrase run, List<Phrase> phrases)
    {
        var phrase = run with { First = Math.Max(run.First, run.End - LongestPhrase) };
        while (phrase.Count > 1 && IsWeakLead(phrase.Sentence, phrase.First))
        {
            phrase = phrase with { First = phrase.First + 1 };
        }

        if (phrase.Count > 1 || IsNoun(phrase.Sentence, phrase.First))
        {
            phrases.Add(phrase);
        }
    }

    private static bool IsContent(Sentence sentence, int index)
    {
        var word = sentence.At(index);
        return word.Length > 2 && char.IsLetter(word[0]) && !StopWords.IsStopWord(word) && !StopWords.IsQuestionWord(word) && !Noise.Contains(word)
            && !TimeWords.IsTimeWord(word) && !Openings.IsFiller(word) && !word.EndsWith("ly", StringComparison.Ordinal) && !IsVerb(sentence, index);
    }

    /// <summary>A verb form where a verb stands: after a pronoun, "to", or a helper; or any past form.</summary>
    private static bool IsVerb(Sentence sentence, int index)
    {
        var word = sentence.At(index);
        if ((VerbForms.IsPast(word) && !VerbForms.IsBase(word)) || (VerbForms.IsThirdPerson(word) && IsAfterNoun(sentence, index)))
        {
            return true;
        }

        return VerbForms.IsBase(word)
            && sentence.At(index - 1) is "i" or "you" or "we" or "they" or "he" or "she" or "it" or "to" or "not" or "will" or "would" or "can" or "could" or "should"
                or "might" or "may" or "must" or "do" or "did" or "does" or "let" or "us" or "and" or "'d" or "" or "always" or "really" or "never" or "also" or "just" or "that";
    }

    /// <summary>"my brother hates it": a form in -s between a noun and what is no noun.</summary>
    private static bool IsAfterNoun(Sentence sentence, int index) =>
        sentence.GapAt(index) == Gap.None && StopWords.IsStopWord(sentence.At(index + 1)) && !StopWords.IsStopWord(sentence.At(index - 1)) && !NounMarks.Contains(sentence.At(index - 1));

    private static bool IsWeakLead(Sentence sentence, int index) =>
        (VerbForms.IsGerund(sentence.At(index)) && !NounMarks.Contains(sentence.At(index - 1))) || VerbForms.IsThirdPerson(sentence.At(index));

    /// <summary>Whether a lone word is a noun to all appearances: marked by what stands before it, by its ending, or a name.</summary>
    private static bool IsNoun(Sentence sentence, int index)
    {
        var word = sentence.At(index);
        return sentence.IsNameAt(index) || (NounMarks.Contains(sentence.At(index - 1)) && sentence.GapAt(index) == Gap.None)
            || (word.Length > 3 && word[^1] == 's' && !VerbForms.IsThirdPerson(word) && word[^2] is not ('s' or 'u'))
            || word.EndsWith("tion", StringComparison.Ordinal) || word.EndsWith("ment", StringComparison.Ordinal) || word.EndsWith("ship", StringComparison.Ordinal)
            || word.EndsWith("ity", StringComparison.Ordinal);
    }

    private static double Score(Phrase phrase, Dictionary<string, int> frequency)
    {
        var score = 0.0;
        var names = 0;
        for (var i = phrase.First; i < phrase.End; i++)
        {
            score += 0.5 + (0.5 * frequency[PorterStemmer.Stem(phrase.Sentence.At(i))]) + (phrase.Sentence.At(i).Length > 7 ? 0.2 : 0);
            names += phrase.Sentence.IsNameAt(i) ? 1 : 0;
        }

        return (score * (phrase.Count == 2 ? 1.0 : phrase.Count == 1 ? 1.0 : 0.85)) + (names > 0 ? 0.4 : 0);
    }

    private static IEnumerable<string> Stems(Phrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            yield return PorterStemmer.Stem(phrase.Sentence.At(i));
        }
    }
}
