using System.Text;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Turns what a speaker says of themself into what one says about them.</summary>
internal static class ThirdPerson
{
    /// <summary>The words with first-person pronouns turned ("my sister" to "their sister"), joined by spaces, commas kept.</summary>
    public static string Turn(Phrase phrase)
    {
        var text = new StringBuilder();
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (i > phrase.First)
            {
                text.Append(phrase.Sentence.GapAt(i) == Gap.Comma ? ", " : " ");
            }

            text.Append(Word(phrase.Sentence, i, i > phrase.First));
        }

        return text.ToString();
    }

    private static string Word(Sentence sentence, int index, bool hasBefore)
    {
        var before = hasBefore ? sentence.At(index - 1) : string.Empty;
        return sentence.At(index) switch
        {
            "i" => "they",
            "we" => "they",
            "me" or "us" => "them",
            "my" or "our" => "their",
            "mine" or "ours" => "theirs",
            "myself" or "ourselves" => "themselves",
            "am" => "are",
            "was" when before is "i" => "were",
            "'d" => "would",
            _ => Phrase.Spelling(sentence, index),
        };
    }

    /// <summary>A verb group of the first person as one of the third, singular or plural: "have gone" to "has gone", adverbs left out.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="verb">The group.</param>
    /// <param name="plural">Whether several are meant.</param>
    public static string Verb(Sentence sentence, VerbGroup verb, bool plural)
    {
        var main = sentence.At(verb.Main);
        var not = verb.Frequency is "never" ? "never " : verb.IsNegated ? "not " : string.Empty;
        return verb switch
        {
            { HadTo: true } => $"had to {not}{main}",
            { UsedTo: true } => $"used to {verb.Lemma}",
            { Mood: Mood.Future, IsNegated: false } when HasWord(sentence, verb, "will") => $"will {main}",
            { Mood: Mood.Future } => $"{Be(plural)} {not}going to {main}",
            { IsPerfect: true, IsProgressive: true } => $"{(verb.IsPast ? "had" : Have(plural))} {not}been {main}",
            { IsPerfect: true } => $"{(verb.IsPast ? "had" : Have(plural))} {not}{main}",
            { IsProgressive: true } => $"{(verb.IsPast ? Was(plural) : Be(plural))} {not}{main}",
            { Lemma: "be" } => $"{(verb.IsPast ? Was(plural) : Be(plural))}{(verb.IsNegated ? " not" : string.Empty)}",
            { IsPast: true, IsNegated: true } => $"did not {verb.Lemma}",
            { IsPast: true } when HasWord(sentence, verb, "did") => $"did {main}",
            { IsPast: true } => main,
            { IsNegated: true } => plural ? $"do not {verb.Lemma}" : $"does not {verb.Lemma}",
            _ => plural ? verb.Lemma : VerbForms.ThirdPerson(verb.Lemma),
        };
    }

    /// <summary>A predicate of one person as one of several: "no longer lives here" to "no longer live here".</summary>
    public static string Plural(string predicate)
    {
        var words = predicate.Split(' ');
        var at = words[0] is "no" ? 2 : words[0] is "never" or "always" or "often" or "sometimes" or "seldom" || words[0].EndsWith("ly", StringComparison.Ordinal) ? 1 : 0;
        if (at < words.Length)
        {
            words[at] = words[at] switch
            {
                "is" => "are",
                "was" => "were",
                var word => VerbForms.BaseOfThirdPerson(word),
            };
        }

        return string.Join(' ', words);
    }

    private static bool HasWord(Sentence sentence, VerbGroup verb, string word)
    {
        for (var i = verb.First; i < verb.Main; i++)
        {
            if (sentence.At(i) == word)
            {
                return true;
            }
        }

        return false;
    }

    private static string Be(bool plural) => plural ? "are" : "is";

    private static string Was(bool plural) => plural ? "were" : "was";

    private static string Have(bool plural) => plural ? "have" : "has";
}
