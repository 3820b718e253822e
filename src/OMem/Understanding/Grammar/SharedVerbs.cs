using System.Collections.Frozen;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Decides when a verb without a subject of its own starts a clause.</summary>
internal static class SharedVerbs
{
    private static readonly FrozenSet<string> Present = WordSet.Of(
        "love like hate enjoy prefer dislike live work have own play study teach run speak adore volunteer collect train want plan hope");

    /// <summary>Whether the verb may share the subject of the clause before, or be told by the speaker when there is none.</summary>
    public static bool MayStandAlone(Sentence sentence, VerbGroup verb, VerbGroup? before)
    {
        var word = sentence.At(verb.Main);
        if (before is null)
        {
            return (sentence.At(verb.First) is "been" && verb.IsProgressive)
                || (verb is { Mood: Mood.Ability, IsNegated: true, Lemma: "stand" or "get" })
                || (verb.IsPast && !verb.IsAmbiguous && verb.Mood is Mood.Indicative && VerbForms.IsPast(word) && !verb.UsedTo);
        }

        if (before.Lemma is "be" or "feel" or "get" or "look" or "seem" && word.EndsWith("ed", StringComparison.Ordinal))
        {
            // "I was excited and scared": adjectives.
            return false;
        }

        if (verb.IsNegated || verb.UsedTo || verb.Main > verb.First)
        {
            return true;
        }

        return before.IsPast && !before.IsPerfect
            ? VerbForms.IsPast(word) && !verb.IsAmbiguous
            : Present.Contains(VerbForms.BaseOfThirdPerson(word)) || word is "am" or "is" or "have" || (VerbForms.IsPast(word) && !verb.IsAmbiguous);
    }
}
