using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>What somebody does regularly, or has given up: "I run every morning", "I don't eat meat", "I play the violin", "I quit smoking".</summary>
internal sealed class HabitRule : IAttributeRule
{
    /// <summary>Verbs whose simple present tells a habit without a word of frequency.</summary>
    private static readonly FrozenSet<string> Habits = WordSet.Of(
        """
        eat drink smoke play collect study practice practise volunteer meditate teach coach sing paint knit cycle swim jog run dance surf ski climb
        bake cook write garden vape gamble wear vote pray journal bike box fish hunt skate sew crochet train blog drive commute walk wake
        """);

    /// <summary>Verbs whose bare simple present tells a habit: "I smoke." No other reading is left when nothing else is said.</summary>
    private static readonly FrozenSet<string> Alone = WordSet.Of(
        "smoke drink vape gamble meditate pray volunteer garden knit sew crochet swim jog run cycle climb surf ski skate box hunt fish dance sing paint cook bake blog journal");

    private static readonly FrozenSet<string> NoHabits = WordSet.Of(
        "be think know feel want need love like hate hope wish mean guess believe see hear say tell remember forget get have wonder thank miss agree understand look seem appreciate prefer enjoy find keep give quit push support help encourage inspire motivate strive");

    private static readonly FrozenSet<string> Starting = WordSet.Of("start begin resume");

    private static readonly FrozenSet<string> Stopping = WordSet.Of("stop quit give drop cut");

    public void Read(ClauseReading clause)
    {
        var refuses = clause.Verb is { Mood: Mood.Future, IsNegated: true, Lemma: "eat" or "drink" or "smoke" };
        if (!clause.IsOfPerson || (clause.Verb.Mood is not Mood.Indicative && !refuses) || clause.Clause.Subject.Kind is SubjectKind.Dropped && !clause.Verb.IsPast)
        {
            return;
        }

        var isNews = clause.Verb.IsPast || clause.Verb.IsPerfect;
        var lemma = clause.Verb.Lemma;
        if (Stopping.Contains(lemma) && isNews && !clause.Denies)
        {
            Stopped(clause);
        }
        else if (Starting.Contains(lemma) && isNews && !clause.Denies && VerbForms.IsGerund(clause.After(0)) && clause.After(0) is not "learning")
        {
            Add(clause, clause.ObjectAt(0, keepsTime: false), gerund: true, denied: false, Tense.Present, TimeUse.Start, 0.65);
        }
        else if (clause.Verb.UsedTo && !NoHabits.Contains(lemma) && lemma is not ("live" or "work"))
        {
            Add(clause, Whole(clause), gerund: false, denied: false, Tense.Ended, TimeUse.None, 0.7);
        }
        else if (IsHabit(clause))
        {
            Add(clause, Whole(clause), gerund: false, clause.Denies, Tense.Present, TimeUse.None, HasFrequency(clause) ? 0.75 : 0.65);
        }
    }

    private static bool IsHabit(ClauseReading clause)
    {
        var verb = clause.Verb;
        if ((NoHabits.Contains(verb.Lemma) && !(verb.Lemma is "have" && clause.Verb.Frequency is null && clause.After(0) is "a" or "an")) || verb.IsProgressive && !HasFrequency(clause) || verb.IsPerfect || (verb.IsPast && !(verb.IsAmbiguous && HasFrequency(clause))))
        {
            return false;
        }

        return HasFrequency(clause) || (Habits.Contains(verb.Lemma) && clause.Clause.Subject.Kind is not SubjectKind.Relative && (clause.Denies || !clause.ObjectAt(0).IsEmpty || StandsAlone(clause)));
    }

    /// <summary>A whole clause of subject and verb. "As I write" tells of now.</summary>
    private static bool StandsAlone(ClauseReading clause) =>
        Alone.Contains(clause.Verb.Lemma) && clause.Next >= clause.Clause.End && clause.Clause.Link is not ClauseLink.Temporal && clause.Sentence.At(clause.Clause.First) is not "as"
        && (clause.Clause.First == 0 || clause.Sentence.At(clause.Clause.First - 1) is not "as");

    private static bool HasFrequency(ClauseReading clause)
    {
        if (clause.Verb.Frequency is not null)
        {
            return true;
        }

        for (var i = clause.Clause.First; i < clause.Clause.End; i++)
        {
            if (Recurs(clause, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Recurs(ClauseReading clause, int i)
    {
        var next = clause.Sentence.At(i + 1);
        return clause.Sentence.At(i) switch
        {
            "every" or "each" => next is "day" or "morning" or "evening" or "night" or "week" or "weekend" or "month" or "year" or "summer" or "winter" or "other"
                or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "afternoon",
            "daily" or "weekly" or "monthly" or "regularly" or "mondays" or "tuesdays" or "wednesdays" or "thursdays" or "fridays" or "saturdays" or "sundays" => true,
            "on" => next is "weekends" or "weekdays",
            "once" or "twice" or "times" => next is "a" or "per" or "every",
            _ => false,
        };
    }

    /// <summary>"go twice a week" says nothing; "run twice a week" does.</summary>
    private static bool HasContent(ClauseReading clause, Phrase phrase)
    {
        if (Habits.Contains(clause.Verb.Lemma) || VerbForms.IsGerund(phrase.Lead))
        {
            return true;
        }

        for (var i = phrase.First + (phrase.First == clause.Verb.Main ? 1 : 0); i < phrase.End; i++)
        {
            var word = phrase.Sentence.At(i);
            if (!StopWords.IsStopWord(word) && !TimeWords.IsTimeWord(word) && word is not ("few" or "times" or "twice" or "couple" or "every" or "two" or "three"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The main verb with what follows.</summary>
    private static Phrase Whole(ClauseReading clause)
    {
        var rest = PhraseReader.Read(clause.Clause, clause.Next, keepsTime: true);
        return new Phrase(clause.Sentence, clause.Verb.Main, rest.IsEmpty ? clause.Next : rest.End);
    }

    private static void Stopped(ClauseReading clause)
    {
        var offset = clause.Verb.Lemma is "give" or "cut" ? 1 : 0;
        if (offset == 1 && clause.After(0) is not ("up" or "out"))
        {
            return;
        }

        var phrase = clause.ObjectAt(offset);
        var isGerund = !phrase.IsEmpty && VerbForms.IsGerund(phrase.Lead);
        if (phrase.IsEmpty || (clause.Verb.Lemma is "stop" or "quit" or "drop" && !isGerund) || !Values.Names(phrase) || phrase.Lead is "being" or "my" or "the" or "on" or "up")
        {
            return;
        }

        Add(clause, phrase, isGerund, denied: true, Tense.Present, TimeUse.Start, 0.75, stopped: true);
    }

    private static void Add(ClauseReading clause, Phrase phrase, bool gerund, bool denied, Tense tense, TimeUse time, double confidence, bool stopped = false)
    {
        if (phrase.IsEmpty || phrase.Count > PhraseReader.Longest + 1 || Values.PointsBack(phrase) || !HasContent(clause, phrase))
        {
            return;
        }

        var rest = ThirdPerson.Turn(phrase with { First = phrase.First + 1 });
        if (clause.NoLonger && (rest is "any" || rest.EndsWith(" any", StringComparison.Ordinal)))
        {
            // Of "any more": what it says is told by "no longer".
            rest = rest[..^"any".Length].TrimEnd();
        }

        var tail = rest.Length == 0 ? string.Empty : " " + rest;
        var verb = gerund ? VerbForms.BaseOfGerund(phrase.Lead) : clause.Verb.Lemma;
        // The value goes without the words of time: stopping "going to the gym" ends "going to the gym every day".
        var plain = PhraseReader.Read(clause.Clause, phrase.First + 1);
        var thing = plain.IsEmpty || plain.End > phrase.End ? string.Empty : " " + plain.Written;
        var isVerb = gerund || phrase.First == clause.Verb.Main;
        var frequency = clause.Verb.Frequency is { } word and not "never" && !gerund ? word + " " : string.Empty;
        var text = (tense, denied, isVerb) switch
        {
            (Tense.Ended, _, _) => $"used to {verb}{tail}",
            (_, _, false) => $"gave up {ThirdPerson.Turn(phrase)}",
            (_, true, _) when stopped || clause.NoLonger => $"no longer {VerbForms.ThirdPerson(verb)}{tail}",
            (_, true, _) => $"{(clause.Verb.Frequency is "never" ? "never " + VerbForms.ThirdPerson(verb) : "does not " + verb)}{tail}",
            _ => $"{frequency}{VerbForms.ThirdPerson(verb)}{tail}",
        };
        clause.Add(new AttributeDraft
        {
            Aspect = "habit",
            Value = isVerb ? verb + thing : phrase.Written,
            Text = $"{clause.Subject} {text}",
            Polarity = denied ? Polarity.Negative : Polarity.Positive,
            Tense = tense,
            Time = time,
            Confidence = confidence,
        });
    }
}
