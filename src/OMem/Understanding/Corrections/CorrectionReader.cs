using OMem.Understanding.Grammar;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Corrections;

/// <summary>
/// Finds corrections: "sorry, I meant Lisbon", "it's not Tuesday, it's Friday", "Friday, not Tuesday", "correction: Friday".
/// The short forms count only after a word that announces one.
/// </summary>
internal static class CorrectionReader
{
    private const int LongestSide = 4;

    /// <summary>The correction a sentence makes, or null.</summary>
    public static Correction? Read(Sentence sentence)
    {
        if (sentence.IsQuestion)
        {
            return null;
        }

        var isAnnounced = IsAnnounced(sentence);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (sentence.At(i) is "i" && sentence.At(i + 1) is "meant" or "mean" && (isAnnounced || sentence.At(i + 1) is "meant"))
            {
                return Meant(sentence, i + 2);
            }

            if (sentence.At(i) is "not" && isAnnounced | IsCopulaBefore(sentence, i))
            {
                return Instead(sentence, i, isAnnounced);
            }
        }

        return sentence.At(sentence.First) is "correction" ? Meant(sentence, sentence.First + 1) : null;
    }

    private static bool IsAnnounced(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End && i < sentence.First + 4; i++)
        {
            if (sentence.At(i) is "sorry" or "actually" or "oops" or "correction" or "wait" or "typo" or "whoops" or "mistake")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCopulaBefore(Sentence sentence, int not) => sentence.At(not - 1) is "is" or "was" && sentence.At(not - 2) is "it" or "that";

    /// <summary>"I meant Lisbon", "I meant Lisbon, not Porto".</summary>
    private static Correction? Meant(Sentence sentence, int at)
    {
        var right = Side(sentence, at);
        if (right.IsEmpty || right.Lead is "to" or "that" or "it" or "it's" or "you" or "i" or "what" or "this" or "every")
        {
            return null;
        }

        var not = right.End;
        var wrong = sentence.At(not) is "not" ? Side(sentence, not + 1) : default;
        return new Correction(wrong.Sentence is null || wrong.IsEmpty ? null : wrong.Written, right.Written, Whole(sentence));
    }

    /// <summary>"it's not Tuesday, it's Friday", "not Tuesday but Friday", and the other way round "it's Friday, not Tuesday".</summary>
    private static Correction? Instead(Sentence sentence, int not, bool isAnnounced)
    {
        var wrong = Side(sentence, not + 1);
        if (wrong.IsEmpty)
        {
            return null;
        }

        var at = wrong.End;
        var hasMarker = sentence.At(at) is "but" or "it" or "that" or "i";
        while (sentence.At(at) is "but" or "it" or "is" or "was" or "that" or "i" or "meant" or "mean" or "rather" or "its")
        {
            at++;
        }

        var right = Side(sentence, at);
        if (!right.IsEmpty && (hasMarker || isAnnounced))
        {
            return new Correction(wrong.Written, right.Written, Whole(sentence));
        }

        var before = Before(sentence, not);
        return before.IsEmpty ? null : new Correction(wrong.Written, before.Written, Whole(sentence));
    }

    /// <summary>Up to four words up to the next mark or link.</summary>
    private static Phrase Side(Sentence sentence, int first)
    {
        var end = first;
        while (end < sentence.End && end - first < LongestSide && (end == first || sentence.GapAt(end) == Gap.None)
            && sentence.At(end) is not ("not" or "but" or "and" or "it" or "because" or "so" or "i" or "is" or "lol" or "haha"))
        {
            end++;
        }

        return new Phrase(sentence, first, end);
    }

    private static Phrase Before(Sentence sentence, int not)
    {
        var first = not;
        while (first > sentence.First && not - first < LongestSide && sentence.At(first - 1) is not ("is" or "it" or "was" or "to" or "in" or "on" or "actually" or "sorry"))
        {
            first--;
        }

        return sentence.GapAt(not) == Gap.None ? new Phrase(sentence, not, not) : new Phrase(sentence, first, not);
    }

    private static Phrase Whole(Sentence sentence) => new(sentence, sentence.First, sentence.End);
}
