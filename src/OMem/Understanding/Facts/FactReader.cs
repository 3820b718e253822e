using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Facts;

/// <summary>Reads what happened or will: clauses of the first person, or of a relative, with a verb of doing in the past or future.</summary>
internal static class FactReader
{
    private const int LongestRest = 24;

    /// <summary>Verbs of being, thinking, feeling and saying: no events by themselves.</summary>
    private static readonly FrozenSet<string> NoEvents = WordSet.Of(
        """
        be think know feel want need love like hate hope wish mean guess believe say tell ask hear remember forget wonder thank miss agree
        understand look seem appear appreciate prefer enjoy suppose expect imagine mention notice realise realize let keep seem
        sound care wait try mind matter deserve belong depend relate dream fancy struggle worry figure assume doubt consider
        """);

    /// <summary>Verbs that are an event without any object.</summary>
    private static readonly FrozenSet<string> Alone = WordSet.Of("graduate retire marry divorce move relocate resign win qualify enlist");

    private static readonly FrozenSet<string> Trivial = WordSet.Of(
        """
        it that this them him her you one so up off out there here what lot bit all everything something thing things stuff way fun done together
        happy sad tired better good great well much more some
        """);

    /// <summary>The event a clause tells, or null.</summary>
    public static FactDraft? Read(Clause clause, string speaker)
    {
        if (!clause.IsAsserted || clause.Subject.Kind is SubjectKind.Thing or SubjectKind.Other || clause.Verb is not { } verb)
        {
            return null;
        }

        var tense = verb switch
        {
            { Mood: Mood.Future } => Tense.Future,
            { Mood: Mood.Indicative, UsedTo: false, IsPast: true } or { Mood: Mood.Indicative, IsPerfect: true } => Tense.Present,
            { Mood: Mood.Indicative, IsProgressive: true, IsPast: false } => Tense.Future,
            { Mood: Mood.Indicative, UsedTo: false, Lemma: "have", IsNegated: false } when clause.After(0) is "a" or "an" or "my" or "our" => Tense.Future,
            _ => (Tense?)null,
        };
        if (tense is null || (verb.Frequency is not null && verb.Frequency is not "never") || !IsEvent(clause, verb))
        {
            return null;
        }

        var rest = Rest(clause);
        if (IsToListener(rest))
        {
            return null;
        }

        var isMovement = IsPlace(clause, verb);
        if (!isMovement && !HasContent(rest) && !Alone.Contains(verb.Lemma) && !IsLifeEvent(clause, verb))
        {
            return null;
        }

        var isGroup = clause.Subject.Kind is SubjectKind.Group;
        var isPlural = isGroup || clause.Subject.IsSeveral;
        var subject = clause.Subject.Display(speaker);
        var lead = $"{(isGroup ? Company(clause.Subject, subject) : subject)} {ThirdPerson.Verb(clause.Sentence, verb, isPlural)}";
        return new FactDraft(
            subject, lead, rest, clause, verb.IsNegated ? Polarity.Negative : Polarity.Positive, tense.Value, Confidence(clause, verb, tense.Value),
            NeedsTime: verb.IsAmbiguous || clause.Subject.Kind is SubjectKind.Dropped || isMovement || (verb.Mood is Mood.Indicative && !verb.IsPerfect && (verb.IsProgressive || !verb.IsPast)));
    }

    /// <summary>Who "we" are, as far as said: "Alice and their friend Tom", else "Alice and others".</summary>
    private static string Company(Subject subject, string speaker) =>
        subject.Noun.Length == 0 ? $"{speaker} and others"
        : subject.Name is null ? $"{speaker} and their {subject.Noun}" : $"{speaker} and their {subject.Noun} {subject.Name}";

    /// <summary>"got married", "got promoted": the participle is the event.</summary>
    private static bool IsLifeEvent(Clause clause, VerbGroup verb) => verb.Lemma is "get" or "be"
        && clause.After(0) is "born" or "married" or "engaged" or "divorced" or "promoted" or "hired" or "fired" or "accepted" or "home" or "back" or "injured" or "sick" or "laid" or "lost";

    /// <summary>"I was at the beach": only with a time does it tell an event.</summary>
    private static bool IsPlace(Clause clause, VerbGroup verb) =>
        verb.Lemma is "be" && verb.IsPast && clause.After(0) is "at" or "in" or "on" && clause.After(1) is not ("" or "love" or "awe" or "shock" or "tears" or "trouble" or "charge");

    private static bool IsEvent(Clause clause, VerbGroup verb)
    {
        if (verb.IsPerfect && verb.Lemma is "live" or "work" or "own" || (verb.IsPerfect && clause.Sentence.At(verb.Main) is "got") || (verb.Lemma is "grow" && clause.After(0) is "up"))
        {
            return false;
        }

        if (verb.Mood is Mood.Future && verb.IsNegated && verb.Lemma is "eat" or "drink" or "smoke")
        {
            return false;
        }

        if (verb.Lemma is "be")
        {
            return IsPlace(clause, verb) || (verb.IsPerfect && clause.After(0) is "to") || (verb.IsPast && clause.After(0) is "born" && clause.Subject.Kind is SubjectKind.Relative) || (verb.IsPast && clause.After(0) is "promoted" or "hired" or "diagnosed" or "injured" or "accepted" or "invited" or "fired" or "laid");
        }

        // "try" and "look" are events with an object of their own: "tried snowboarding", "looked at flats".
        return !NoEvents.Contains(verb.Lemma) || (verb.Lemma is "try" && VerbForms.IsGerund(clause.After(0)));
    }

    /// <summary>"I got this for you", "took your advice": part of the talk, not of the speaker's life.</summary>
    private static bool IsToListener(Phrase rest)
    {
        for (var i = rest.First; i < rest.End; i++)
        {
            if (rest.Sentence.At(i) is "you" or "your" or "yours")
            {
                return true;
            }
        }

        return false;
    }

    private static Phrase Rest(Clause clause)
    {
        var sentence = clause.Sentence;
        var from = clause.Verb!.Next;
        var end = from;
        while (end < clause.End && end - from < LongestRest && sentence.GapAt(end) != Gap.Strong && !Breaks(sentence, from, end))
        {
            end++;
        }

        while (end > from && sentence.At(end - 1) is "and" or "but" or "so" or "because" or "which" or "to" or "too" or "though" or "lol" or "haha" or "with" or "of" or "the" or "a")
        {
            end--;
        }

        return new Phrase(sentence, from, end);
    }

    private static bool Breaks(Sentence sentence, int from, int at) =>
        sentence.At(at) is "because" or "although" or "though" or "but" or "which" or "who" or "cause" or "unless" or "whereas"
        || (at > from && sentence.GapAt(at) == Gap.Comma && sentence.At(at) is "so" or "and" or "it" or "not" && !IsListItem(sentence, at))
        || (sentence.At(at) is "and" or "so" && sentence.At(at + 1) is "it" or "that" or "this" or "he" or "she" or "they" or "you" or "i" or "we" or "it's")
        || (sentence.At(at) is "so" && sentence.At(at + 1) is "that");

    private static bool IsListItem(Sentence sentence, int at) => sentence.At(at) is "and" && sentence.At(at + 1) is not ("it" or "that" or "this");

    private static bool HasContent(Phrase rest)
    {
        for (var i = rest.First; i < rest.End; i++)
        {
            var word = rest.Sentence.At(i);
            if (word.Length > 2 && !Trivial.Contains(word) && !StopWords.IsStopWord(word) && !StopWords.IsQuestionWord(word) && !TimeWords.IsTimeWord(word))
            {
                return true;
            }
        }

        return false;
    }

    private static double Confidence(Clause clause, VerbGroup verb, Tense tense)
    {
        var confidence = tense is Tense.Future ? 0.6 : clause.Subject.Kind switch
        {
            SubjectKind.Dropped => 0.5,
            SubjectKind.Relative => 0.65,
            _ => 0.75,
        };
        confidence -= verb.HadTo || clause.After(0) is "it" or "this" or "that" or "them" ? 0.15 : 0;
        return confidence - (verb.IsHedged ? 0.15 : 0) - (clause.Matrix is { } matrix && Matrices.IsWeak(matrix) ? 0.1 : 0);
    }
}
