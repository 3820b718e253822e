using System.Collections.Frozen;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Finds where a sentence stops telling and starts asking.</summary>
internal static class Questions
{
    private static readonly FrozenSet<string> Helpers = WordSet.Of(
        "do does did am is are was were have has had will would could should can may might shall");

    private static readonly FrozenSet<string> QuestionWords = WordSet.Of("what where who whom whose why how which when");

    private static readonly FrozenSet<string> Asked = WordSet.Of("i you we he she they it my your our the this that there anyone anybody any not");

    /// <summary>Index of the first word that belongs to a question; the sentence's end when it only tells.</summary>
    public static int Start(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if ((i == sentence.First || sentence.GapAt(i) != Gap.None || sentence.At(i) is "and" or "but" or "so") && IsInverted(sentence, i))
            {
                return i;
            }
        }

        return sentence.IsQuestion ? sentence.First : sentence.End;
    }

    private static bool IsInverted(Sentence sentence, int index)
    {
        var at = index;
        while (Openings.IsFiller(sentence.At(at)) || sentence.At(at) is "and" or "but" or "so")
        {
            at++;
        }

        if (QuestionWords.Contains(sentence.At(at)))
        {
            // "What I love is ..." and "When I was ..." tell; "what do you", "how about you" ask.
            return Helpers.Contains(sentence.At(at + 1)) || (sentence.IsQuestion && sentence.At(at + 1) is not ("i" or "we"));
        }

        return Helpers.Contains(sentence.At(at)) && Asked.Contains(sentence.At(at + 1));
    }
}
