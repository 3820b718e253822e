using OMem.Understanding.Grammar;

namespace OMem.Understanding.Facts;

/// <summary>The readable sentence of a fact. Its time is kept apart as a range, so words like "yesterday", soon stale, are left out.</summary>
internal static class FactText
{
    /// <summary>Subject, verb and rest in the third person, without the words of the time expression.</summary>
    public static string Of(FactDraft draft, TimeMention? time)
    {
        var rest = draft.Rest;
        if (rest.IsEmpty)
        {
            return draft.Lead;
        }

        var (cutFirst, cutEnd) = time is null ? (rest.End, rest.End) : Cut(rest, time);
        var before = Turned(rest with { End = cutFirst });
        var after = Turned(rest with { First = cutEnd });
        return string.Concat(draft.Lead, before, after);
    }

    private static string Turned(Phrase phrase) => phrase.IsEmpty ? string.Empty : " " + ThirdPerson.Turn(phrase);

    /// <summary>The words of the time expression within the phrase, with a preposition that leads to it.</summary>
    private static (int First, int End) Cut(Phrase rest, TimeMention time)
    {
        var words = rest.Sentence.Words;
        var first = rest.First;
        while (first < rest.End && words[first].End <= time.Start)
        {
            first++;
        }

        var end = first;
        while (end < rest.End && words[end].Start < time.Start + time.Length)
        {
            end++;
        }

        while (end > first && first > rest.First && rest.Sentence.At(first - 1) is "in" or "on" or "at" or "by" or "around" or "about" or "during" or "just" or "for" or "since")
        {
            first--;
        }

        return (first, end);
    }
}
