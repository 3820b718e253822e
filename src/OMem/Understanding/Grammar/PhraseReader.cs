using System.Collections.Frozen;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Reads the noun or verb phrase that is the value of a statement, without what only decorates it.</summary>
internal static class PhraseReader
{
    /// <summary>The most words of a value.</summary>
    public const int Longest = 9;

    private static readonly FrozenSet<string> Stops = WordSet.Of(
        """
        because since when while whenever if unless but although though which who whom whose until till than so where whereas cause yet
        i you we he she they it it's that's after before once as
        """);

    private static readonly FrozenSet<string> Tails = WordSet.Of(
        """
        now too anymore anyway though lol haha tbh btw again lately recently nowadays currently today tonight yesterday tomorrow already well still
        actually originally really right alright though either together here there everywhere so much very yet soon ever instead
        even and or but to of for with in on at about by like the a an my your i just also not from more most
        """);

    private static readonly FrozenSet<string> TimeLeads = WordSet.Of("last next this every each these those past the all");

    private static readonly FrozenSet<string> TimeUnits = WordSet.Of(
        """
        day days week weeks month months year years weekend weekends morning mornings afternoon evening evenings night nights summer winter spring
        autumn fall season semester time times moment hour hours minute minutes january february march april may june july august
        september october november december monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
        fridays saturdays sundays decade
        """);

    /// <summary>The phrase from a word of the clause on; empty when none is there.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="from">Index of the first word.</param>
    /// <param name="keepsTime">Whether a phrase of time at the end is part of it, as in a habit.</param>
    public static Phrase Read(Clause clause, int from, bool keepsTime = false)
    {
        var sentence = clause.Sentence;
        var isList = HasListEnd(clause, from);
        var end = from;
        while (end < clause.End && !EndsAt(sentence, from, end, isList) && (keepsTime || !StartsTime(sentence, end)))
        {
            end++;
        }

        while (end > from && Tails.Contains(sentence.At(end - 1)) && !(keepsTime && sentence.At(end - 1) is "together"))
        {
            end -= sentence.Matches(end - 2, "a", "lot") ? 2 : 1;
        }

        if (end - from > 2 && sentence.Matches(end - 2, "a", "lot"))
        {
            end -= 2;
        }

        return new Phrase(sentence, from, end - from > Longest ? Shorten(sentence, from) : end);
    }

    /// <summary>The members of a list ("jazz, blues and rock"), or the phrase alone.</summary>
    public static IEnumerable<Phrase> Items(Phrase phrase)
    {
        var sentence = phrase.Sentence;
        var first = phrase.First;
        for (var i = phrase.First + 1; i <= phrase.End; i++)
        {
            var isSeparator = i == phrase.End || sentence.GapAt(i) == Gap.Comma || sentence.At(i) is "and" or "or";
            if (!isSeparator || (i < phrase.End && !MayDivide(phrase, first, i)))
            {
                continue;
            }

            var item = Trim(new Phrase(sentence, first, i));
            if (!item.IsEmpty)
            {
                yield return item;
            }

            first = i;
        }
    }

    /// <summary>"books about love and death" is one thing; "hiking in the hills and fishing" are two: after a preposition only a gerund starts anew.</summary>
    private static bool MayDivide(Phrase phrase, int first, int at)
    {
        var next = phrase.Sentence.At(at) is "and" or "or" ? at + 1 : at;
        if (VerbForms.IsGerund(phrase.Sentence.At(next)) && (VerbForms.IsGerund(phrase.Sentence.At(first)) || first == phrase.First))
        {
            return true;
        }

        for (var i = first; i < at; i++)
        {
            if (phrase.Sentence.At(i) is "in" or "with" or "about" or "for" or "to" or "from" or "on" or "at" or "sure" or "by" || (i > first && VerbForms.IsThirdPerson(phrase.Sentence.At(i))))
            {
                return false;
            }
        }

        return !(VerbForms.IsPast(phrase.Sentence.At(next)) && !VerbForms.IsBase(phrase.Sentence.At(next)));
    }

    /// <summary>Whether a phrase of time starts at a word: "last week", "in May", "for two years", "since 2019".</summary>
    public static bool StartsTime(Sentence sentence, int index)
    {
        var next = sentence.At(index + 1);
        return sentence.At(index) switch
        {
            "ago" or "yesterday" or "tomorrow" or "today" or "tonight" or "nowadays" or "lately" or "recently" or "currently" => true,
            "in" or "on" or "since" or "until" or "by" or "during" => TimeUnits.Contains(next) || IsNumber(next)
                || (TimeLeads.Contains(next) && TimeUnits.Contains(sentence.At(index + 2))),
            "for" => IsNumber(next) || next is "years" or "months" or "ages" or "over" or "almost" or "about" or "decades"
                || (next is "a" or "the" or "many" or "several" or "two" or "three" or "four" or "five" or "six" or "ten" or "some"
                    && (TimeUnits.Contains(sentence.At(index + 2)) || sentence.At(index + 2) is "long" or "few" or "couple" or "past" or "last" or "while")),
            "about" or "around" or "almost" or "over" => TimeUnits.Contains(sentence.At(index + 2)) && sentence.At(index + 3) is "ago" or "now" or "" || (IsNumber(next) && TimeUnits.Contains(sentence.At(index + 2))),
            "at" => next is "all" || sentence.Matches(index + 1, "the", "moment"),
            "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "several" or "many" => TimeUnits.Contains(next) && sentence.At(index + 2) is "ago" or "now",
            "once" or "twice" => next is "a" or "per" or "every",
            "right" => next is "now",
            "more" => next is "than",
            "any" => next is "more" or "longer" && sentence.GapAt(index + 2) != Gap.None,
            "a" => next is "lot" || (next is "few" or "couple" && TimeUnits.Contains(sentence.At(index + 2)))
                || (TimeUnits.Contains(next) && sentence.At(index + 2) is "ago"),
            "so" or "very" => next is "much",
            "as" => next is "well",
            var lead => TimeLeads.Contains(lead) && TimeUnits.Contains(next),
        };
    }

    private static bool EndsAt(Sentence sentence, int from, int at, bool isList)
    {
        if (at == from)
        {
            return (sentence.GapAt(at) == Gap.Strong && at > sentence.First) || Stops.Contains(sentence.At(at));
        }

        return sentence.GapAt(at) switch
        {
            Gap.Strong => true,
            Gap.Comma when !isList => true,
            _ => Stops.Contains(sentence.At(at)) || (sentence.At(at) is "that" && at > from + 1)
                || (sentence.At(at) is "and" && sentence.At(at + 1) is "it" or "that" or "this" or "i" or "we" or "you" or "also"),
        };
    }

    /// <summary>Commas join a list only when an "and" or "or" closes it.</summary>
    private static bool HasListEnd(Clause clause, int from)
    {
        var commas = 0;
        for (var i = from + 1; i < clause.End && clause.Sentence.GapAt(i) != Gap.Strong; i++)
        {
            if (clause.Sentence.GapAt(i) == Gap.Comma)
            {
                commas++;
            }

            if (commas > 0 && clause.Sentence.At(i) is "and" or "or")
            {
                return true;
            }
        }

        return false;
    }

    private static Phrase Trim(Phrase phrase)
    {
        var (first, end) = (phrase.First, phrase.End);
        while (first < end && phrase.Sentence.At(first) is "and" or "or" or "also" or "both" or "just" or "all" or "even")
        {
            first++;
        }

        while (first < end && phrase.Sentence.At(end - 1) is "and" or "or" or "too")
        {
            end--;
        }

        return phrase with { First = first, End = end };
    }

    /// <summary>A long phrase is cut before the last preposition that leaves it within the limit.</summary>
    private static int Shorten(Sentence sentence, int from)
    {
        for (var i = from + Longest; i > from + 1; i--)
        {
            if (sentence.At(i) is "in" or "on" or "at" or "with" or "for" or "to" or "from" or "about" or "by" or "like" or "and" or "or")
            {
                return i;
            }
        }

        return from + Longest;
    }

    private static bool IsNumber(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);
}
