using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>Where somebody lives: "I live in Oslo", "I moved to Bergen in May", "we're based near Rome", "I used to live in Paris".</summary>
internal sealed class HomeRule : IAttributeRule
{
    private static readonly FrozenSet<string> PlaceNouns = WordSet.Of(
        """
        apartment flat house home city town village place country countryside suburb suburbs coast island neighbourhood neighborhood farm cabin
        condo studio area district mountains state region downtown abroad dorm houseboat
        """);

    private static readonly FrozenSet<string> OwnPlaces = WordSet.Of("apartment flat house home place studio condo");

    private static readonly FrozenSet<string> NoPlaces = WordSet.Of(
        "fear peace hope denial harmony moment present past future world dream dreams life bubble next level team department tears");

    public void Read(ClauseReading clause)
    {
        if (clause.Clause.Subject.Kind is SubjectKind.Thing)
        {
            OwnPlace(clause);
            return;
        }

        if (!clause.IsOfPerson)
        {
            return;
        }

        switch (clause.Verb.Lemma)
        {
            case "live" or "reside" when clause.After(0) is "in" or "at" or "near" or "on" or "outside" or "around":
                Lives(clause, clause.After(0), 1);
                break;
            case "live" or "reside" when clause.After(0) is "with" or "alone":
                Household(clause);
                break;
            case "move" or "relocate" or "emigrate" or "immigrate" when clause.Find("to", "into") is var to and >= 0 && to <= clause.Next + 5:
                Moves(clause, to + 1 - clause.Next);
                break;
            case "move" or "relocate" when clause.After(0) is "from" || (clause.After(0) is "away" or "out" && clause.After(1) is "from" or "of"):
                Leaves(clause, clause.After(0) is "from" ? 1 : 2);
                break;
            case "end" when clause.After(0) is "up" && clause.After(1) is "moving" or "relocating" && clause.Find("to") is var to and >= 0 && to <= clause.Next + 4:
                Moves(clause, to + 1 - clause.Next);
                break;
            case "be" when clause.Verb.IsPresentState && !clause.Denies && clause.After(0) is "in" && clause.After(1) is "my" or "our":
                InOwnPlace(clause);
                break;
            case "settle" when clause.Find("in") is var at and >= 0 && at <= clause.Next + 1 && clause.Verb.IsPast:
                Moves(clause, at + 1 - clause.Next);
                break;
            case "be" when clause.After(0) is "based" or "living" && clause.After(1) is "in" or "near":
                Lives(clause, clause.After(1), 2);
                break;
        }
    }

    /// <summary>"My apartment is in Queens".</summary>
    private static void OwnPlace(ClauseReading clause)
    {
        var noun = clause.Clause.Subject.Noun;
        if (clause.Verb is { Lemma: "be", Mood: Mood.Indicative } && clause.After(0) is "in" or "near" && OwnPlaces.Contains(noun[(noun.LastIndexOf(' ') + 1)..]) && Place(clause, 1) is { } place)
        {
            var isOver = clause.Verb.IsPast && !clause.Verb.IsPerfect;
            var tense = isOver ? Tense.Ended : Tense.Present;
            Add(clause, place, isOver ? "used to live in" : clause.Denies ? "does not live in" : "lives in", tense, clause.Denies, TimeUse.None);
        }
    }

    /// <summary>"We're still in our little flat in Leeds".</summary>
    private static void InOwnPlace(ClauseReading clause)
    {
        var phrase = clause.ObjectAt(2);
        for (var i = phrase.First; !phrase.IsEmpty && i + 1 < phrase.End; i++)
        {
            if (OwnPlaces.Contains(phrase.Sentence.At(i)) && phrase.Sentence.At(i + 1) is "in" && phrase.Sentence.IsNameAt(i + 2))
            {
                Add(clause, phrase with { First = i + 2 }, "lives in", Tense.Present, denied: false, TimeUse.None);
                return;
            }
        }
    }

    private static void Lives(ClauseReading clause, string preposition, int offset)
    {
        var place = Place(clause, offset);
        if (place is null || clause.Verb.Mood is Mood.Conditional or Mood.Ability)
        {
            return;
        }

        var tense = clause.Verb.Mood is Mood.Future ? Tense.Future
            : clause.Verb.UsedTo || (clause.Verb.IsPast && !clause.Verb.IsPerfect) || clause.NoLonger ? Tense.Ended : Tense.Present;
        var verb = tense switch
        {
            Tense.Future => "plans to live",
            Tense.Ended when clause.NoLonger => "no longer lives",
            Tense.Ended => "used to live",
            _ => clause.Denies ? "does not live" : "lives",
        };
        Add(clause, place.Value, $"{verb} {preposition}", tense, tense is Tense.Present && clause.Denies, clause.Verb.IsPerfect ? TimeUse.Start : TimeUse.Span);
    }

    private static void Moves(ClauseReading clause, int offset)
    {
        var place = Place(clause, offset);
        var isNews = clause.Verb.IsPast || clause.Verb.IsPerfect;
        if (place is null || clause.Denies || clause.Verb.Mood is Mood.Conditional or Mood.Ability || !(isNews || clause.Verb.IsProgressive || clause.Verb.Mood is Mood.Future))
        {
            return;
        }

        if (isNews)
        {
            Add(clause, place.Value, "lives in", Tense.Present, denied: false, TimeUse.Start);
        }
        else
        {
            Add(clause, place.Value, "plans to move to", Tense.Future, denied: false, TimeUse.Start);
        }
    }

    private static void Leaves(ClauseReading clause, int offset)
    {
        var place = Place(clause, offset);
        if (place is not null && (clause.Verb.IsPast || clause.Verb.IsPerfect) && !clause.Denies && clause.Verb.Mood is Mood.Indicative)
        {
            Add(clause, place.Value, "used to live in", Tense.Ended, denied: false, TimeUse.End);
        }
    }

    private static void Household(ClauseReading clause)
    {
        var with = clause.After(0) is "alone" ? clause.ObjectAt(0) : clause.ObjectAt(1);
        if (!clause.Verb.IsPresentState || with.IsEmpty || (clause.After(0) is not "alone" && !Values.Names(with)))
        {
            return;
        }

        var turned = clause.After(0) is "alone" ? "alone" : "with " + ThirdPerson.Turn(with);
        clause.Add(new AttributeDraft
        {
            Aspect = "household",
            Value = clause.After(0) is "alone" ? "alone" : with.Written,
            Text = $"{clause.Subject} {(clause.Denies ? "does not live" : "lives")} {turned}",
            Polarity = clause.Polarity,
            Exclusive = true,
            Confidence = 0.7,
        });
    }

    private static Phrase? Place(ClauseReading clause, int offset)
    {
        var phrase = clause.ObjectAt(offset);
        if (phrase.IsEmpty || phrase.Count > 6 || phrase.Lead is "it" or "that" or "this" or "there" or "here" or "be" or "your" or "his" or "her" or "their")
        {
            return null;
        }

        var hasName = false;
        var hasNoun = false;
        for (var i = phrase.First; i < phrase.End; i++)
        {
            hasName |= phrase.Sentence.IsNameAt(i);
            hasNoun |= PlaceNouns.Contains(phrase.Sentence.At(i));
        }

        var isBareWord = phrase.Count == 1 && !NoPlaces.Contains(phrase.Lead) && !VerbForms.IsBase(phrase.Lead) && !VerbForms.IsGerund(phrase.Lead);
        return hasName || (hasNoun && !NoPlaces.Contains(phrase.Head)) || isBareWord ? phrase : null;
    }

    private static void Add(ClauseReading clause, Phrase place, string verb, Tense tense, bool denied, TimeUse time) =>
        clause.Add(new AttributeDraft
        {
            Aspect = "home",
            Value = place.Written,
            Text = $"{clause.Subject} {verb} {ThirdPerson.Turn(place)}",
            Polarity = denied ? Polarity.Negative : Polarity.Positive,
            Tense = tense,
            Exclusive = true,
            Time = time,
            Confidence = place.Sentence.IsNameAt(place.First) ? 0.9 : 0.7,
        });
}
