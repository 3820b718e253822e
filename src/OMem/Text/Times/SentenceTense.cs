using System.Collections.Frozen;

namespace OMem.Text.Times;

/// <summary>Which way a sentence looks.</summary>
internal enum TimeDirection
{
    /// <summary>Its words do not tell.</summary>
    Unknown = 0,

    /// <summary>Back.</summary>
    Past = 1,

    /// <summary>Ahead.</summary>
    Future = 2,
}

/// <summary>Finds the tense around a time expression by the nearest telling word of its sentence. A cheap guess, not a parse.</summary>
internal static class SentenceTense
{
    /// <summary>How many words on each side are looked at.</summary>
    private const int Reach = 20;

    private static readonly FrozenSet<string> PastWords = Set(
        """
        was were did had went got took made saw came met ran bought found left lost felt told said gave began started won ate drove
        flew spent thought taught heard kept knew wrote been ago wasn't weren't didn't hadn't wasnt werent didnt hadnt sold held
        became broke brought built caught chose cooked fell forgot grew hurt led paid put quit rode sang sent slept spoke stood swam
        threw woke wore
        """);

    private static readonly FrozenSet<string> FutureWords = Set(
        """
        will i'll you'll he'll she'll it'll we'll they'll won't wont gonna shall plan plans planning planned hope hopes hoping wish
        upcoming coming soon tomorrow tonight let should want wants intend scheduled supposed ready wait forward deadline due
        """);

    private static readonly FrozenSet<string> NotPast = Set(
        "need feed speed indeed seed bleed breed weed excited tired interested bored scared married called named used supposed planned scheduled");

    private static readonly FrozenSet<string> NotVerbs = Set("morning evening spring during thing something anything everything nothing string");

    private static readonly FrozenSet<string> PresentBe = Set("am is are i'm im we're you're they're he she it that");

    /// <summary>The tense of the sentence around token <paramref name="at"/>.</summary>
    public static TimeDirection At(TimeText text, int at)
    {
        var (left, right) = (at - 1, at + 1);
        for (var i = 0; i < Reach && (left >= 0 || right < text.Tokens.Count); i++)
        {
            if (left >= 0 && !EndsSentence(text, left))
            {
                if (Of(text, left) is not TimeDirection.Unknown and var direction)
                {
                    return direction;
                }

                left--;
            }
            else
            {
                left = -1;
            }

            if (right < text.Tokens.Count && !EndsSentence(text, right - 1))
            {
                if (Of(text, right) is not TimeDirection.Unknown and var direction)
                {
                    return direction;
                }

                right++;
            }
            else
            {
                right = text.Tokens.Count;
            }
        }

        return TimeDirection.Unknown;
    }

    private static TimeDirection Of(TimeText text, int at)
    {
        var word = text.Tokens[at].Text;
        if (FutureWords.Contains(word))
        {
            return TimeDirection.Future;
        }

        if (PastWords.Contains(word))
        {
            return TimeDirection.Past;
        }

        if (word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) && !NotVerbs.Contains(word))
        {
            return OfProgressive(text, at);
        }

        return word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !NotPast.Contains(word)
            ? TimeDirection.Past : TimeDirection.Unknown;
    }

    /// <summary>"We are moving in June" looks ahead, "we were moving" back.</summary>
    private static TimeDirection OfProgressive(TimeText text, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 2) && !EndsSentence(text, i); i--)
        {
            if (PresentBe.Contains(text.Tokens[i].Text))
            {
                return TimeDirection.Future;
            }

            if (PastWords.Contains(text.Tokens[i].Text))
            {
                return TimeDirection.Past;
            }
        }

        return TimeDirection.Unknown;
    }

    /// <summary>Whether a sentence ends between the token and the next one.</summary>
    private static bool EndsSentence(TimeText text, int at)
    {
        if (at + 1 >= text.Tokens.Count)
        {
            return false;
        }

        var end = text.Tokens[at].Start + text.Tokens[at].Length;
        var gap = text.Tokens[at + 1].Start - end;
        return gap > 0 && text.Source.AsSpan(end, Math.Min(gap, 32)).IndexOfAny(".!?;\n") >= 0;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
