using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>What may be the value of an attribute.</summary>
internal static class Values
{
    private static readonly FrozenSet<string> Pointing = WordSet.Of(
        """
        it this that these those him her them you us me yourself himself herself themselves myself one ones what how where why when who
        everything anything something nothing everyone someone anyone things stuff there here your his its their whatever so such
        """);

    private static readonly FrozenSet<string> Vague = WordSet.Of(
        """
        way ways idea ideas fact part parts look looks sound thought thing things stuff kind sort lot bit pic pics photo photos picture
        pictures message messages question point vibe vibes energy attitude enthusiasm spirit feeling moment moments result results
        words word advice suggestion perspective reminder story time few couple mix
        """);

    private static readonly FrozenSet<string> Articles = WordSet.Of("a an the some any my our more");

    /// <summary>Whether the phrase names something by itself, rather than points at something said before.</summary>
    public static bool Names(Phrase phrase) =>
        !phrase.IsEmpty && !Pointing.Contains(phrase.Lead) && !Pointing.Contains(phrase.Head) && !PointsBack(phrase) && !Vague.Contains(Noun(phrase))
        && !(phrase.Lead is "the" && Vague.Contains(phrase.Sentence.At(phrase.First + 1))) && phrase.SourceEnd > phrase.SourceStart;

    /// <summary>Whether the word points at something said before, or starts a clause ("how", "what").</summary>
    public static bool IsPointer(string word) => Pointing.Contains(word);

    /// <summary>Whether it rests on something said before: "visit them one day", "your kindness".</summary>
    public static bool PointsBack(Phrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (phrase.Sentence.At(i) is "it" or "them" or "this" or "these" or "those" or "your" or "you" or "yours" or "him" or "it's")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the phrase is bound to the situation by "the": "the colours", not "the Beatles".</summary>
    public static bool IsSituational(Phrase phrase) =>
        phrase.Lead is "the" && !phrase.Sentence.IsNameAt(phrase.First + 1);

    /// <summary>The phrase without a leading article.</summary>
    public static Phrase Bare(Phrase phrase)
    {
        while (phrase.Count > 1 && Articles.Contains(phrase.Lead) && phrase.Lead is not ("my" or "our"))
        {
            phrase = phrase with { First = phrase.First + 1 };
        }

        return phrase;
    }

    /// <summary>The noun a phrase is about: the word before its first preposition.</summary>
    public static string Noun(Phrase phrase) => phrase.Sentence.At(NounIndex(phrase));

    /// <summary>Index of <see cref="Noun"/>.</summary>
    public static int NounIndex(Phrase phrase)
    {
        for (var i = phrase.First + 1; i < phrase.End; i++)
        {
            if (phrase.Sentence.At(i) is "of" or "in" or "at" or "for" or "with" or "from" or "on" or "to" or "about" or "by" or "named" or "called" or "and")
            {
                return i - 1;
            }
        }

        return phrase.End - 1;
    }
}
