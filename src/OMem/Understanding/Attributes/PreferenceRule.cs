using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>Likes and dislikes: "I love jazz", "I can't stand techno", "I'm really into pottery", "I'm not a fan of heights".</summary>
internal sealed class PreferenceRule : IAttributeRule
{
    private static readonly FrozenSet<string> Liking = WordSet.Of("like love enjoy adore prefer fancy cherish");

    private static readonly FrozenSet<string> Disliking = WordSet.Of("hate dislike despise detest loathe");

    /// <summary>"I love to see you happy" is no preference.</summary>
    private static readonly FrozenSet<string> NoPastime = WordSet.Of(
        "see hear know be say tell think chat talk catch share show help have get thank ask meet let do make give");

    public void Read(ClauseReading clause)
    {
        var always = clause.Verb is { Mood: Mood.Future, Frequency: "always", IsNegated: false };
        if (!clause.IsOfPerson || !(always || clause.Verb.IsPresentState || clause.Verb.UsedTo || clause.Verb.Frequency is "never" || clause.Verb.Mood is Mood.Ability) || IsWish(clause.Verb))
        {
            return;
        }

        if (clause.Verb.Mood is Mood.Ability)
        {
            ReadAbility(clause);
        }
        else if (Liking.Contains(clause.Verb.Lemma) && !clause.Verb.IsProgressive)
        {
            Add(clause, 0, clause.Verb.Lemma, dislikes: false);
        }
        else if (Disliking.Contains(clause.Verb.Lemma))
        {
            Add(clause, 0, clause.Verb.Lemma, dislikes: true);
        }
        else if (clause.Verb.Lemma is "be")
        {
            ReadBe(clause);
        }
    }

    private static bool IsWish(VerbGroup verb) => verb.IsWish || (verb.IsPast && !verb.IsPerfect && !verb.UsedTo && verb.Frequency is not "never");

    /// <summary>"cannot stand", "cannot get enough of".</summary>
    private static void ReadAbility(ClauseReading clause)
    {
        if (clause.Verb.IsNegated && clause.Verb.Lemma is "stand" or "bear" or "tolerate")
        {
            Add(clause, 0, "cannot stand", dislikes: true, denied: false);
        }
        else if (clause.Verb.IsNegated && clause.Verb.Lemma is "get" && clause.After(0) is "enough" && clause.After(1) is "of")
        {
            Add(clause, 2, "love", dislikes: false, denied: false);
        }
    }

    private static void ReadBe(ClauseReading clause)
    {
        var at = 0;
        while (clause.After(at) is "a" or "an" or "such" or "big" or "huge" or "massive" or "great" or "really" or "very" or "so" or "the" or "biggest"
            or "super" or "more" or "totally" or "also" or "mostly" or "much")
        {
            at++;
        }

        switch (clause.After(at), clause.After(at + 1))
        {
            case ("fan", "of"):
            case ("fond", "of"):
            case ("lover", "of"):
                Add(clause, at + 2, "like", dislikes: false);
                break;
            case ("into", _):
                Add(clause, at + 1, "like", dislikes: false);
                break;
            case ("keen", "on"):
            case ("crazy" or "passionate" or "mad", "about"):
            case ("obsessed", "with"):
            case ("hooked", "on"):
                Add(clause, at + 2, "love", dislikes: false);
                break;
            case ("scared" or "afraid" or "terrified", "of"):
                AddFear(clause, at + 2);
                break;
        }
    }

    private static void AddFear(ClauseReading clause, int offset)
    {
        var value = clause.ObjectAt(offset);
        if (Values.Names(value) && value.Count <= 4 && !Values.IsSituational(value))
        {
            clause.Add(new AttributeDraft
            {
                Aspect = "fear",
                Value = value.Written,
                Text = $"{clause.Subject} is {(clause.Denies ? "not " : string.Empty)}afraid of {ThirdPerson.Turn(value)}",
                Polarity = clause.Polarity,
                Confidence = 0.65,
            });
        }
    }

    private static void Add(ClauseReading clause, int offset, string verb, bool dislikes, bool? denied = null)
    {
        var isPastime = clause.After(offset) is "to";
        if (isPastime && (NoPastime.Contains(clause.After(offset + 1)) || !VerbForms.IsBase(clause.After(offset + 1))))
        {
            return;
        }

        var phrase = clause.ObjectAt(isPastime ? offset + 1 : offset);
        var isDenied = denied ?? clause.Denies;
        if (phrase.IsEmpty || (!isPastime && Values.IsPointer(phrase.Lead)))
        {
            return;
        }

        foreach (var item in PhraseReader.Items(phrase))
        {
            if (IsValue(clause, item))
            {
                clause.Add(Draft(clause, item, phrase, verb, dislikes, isDenied, isPastime && item.First == phrase.First));
            }
        }
    }

    private static bool IsValue(ClauseReading clause, Phrase item) =>
        Values.Names(item) && !(clause.NoLonger && clause.After(0) is "") && !(item.Count == 1 && VerbForms.IsPast(item.Lead) && !VerbForms.IsBase(item.Lead));

    /// <summary>Of "tea over coffee" the tea.</summary>
    private static Phrase Preferred(string verb, Phrase phrase)
    {
        for (var i = phrase.First + 1; verb is "prefer" && i < phrase.End; i++)
        {
            if (phrase.Sentence.At(i) is "over" or "to" or "than" or "instead" or "rather")
            {
                return phrase with { End = i };
            }
        }

        return phrase;
    }

    private static AttributeDraft Draft(ClauseReading clause, Phrase item, Phrase list, string verb, bool dislikes, bool isDenied, bool isPastime)
    {
        var likes = dislikes == isDenied;
        var turned = (isPastime ? "to " : string.Empty) + ThirdPerson.Turn(Values.Bare(item));
        var value = Preferred(verb, Values.Bare(item));
        var text = clause switch
        {
            { Verb.UsedTo: true } => $"{clause.Subject} used to {verb} {turned}",
            { NoLonger: true } => $"{clause.Subject} no longer {VerbForms.ThirdPerson(verb)} {turned}",
            _ when isDenied => $"{clause.Subject} does not {verb} {turned}",
            _ => $"{clause.Subject} {(verb.Contains(' ', StringComparison.Ordinal) ? verb : VerbForms.ThirdPerson(verb))} {turned}",
        };
        return new AttributeDraft
        {
            Aspect = "preference",
            Value = value.Written,
            Text = text,
            Polarity = likes ? Polarity.Positive : Polarity.Negative,
            Tense = clause.Verb.UsedTo ? Tense.Ended : Tense.Present,
            Confidence = Values.IsSituational(list) || item.Lead is "a" or "an" ? 0.5 : value.Count > 5 ? 0.6 : 0.8,
        };
    }
}
