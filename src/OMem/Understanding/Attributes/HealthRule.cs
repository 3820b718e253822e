using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>Health: "I'm allergic to nuts", "I was diagnosed with asthma", "I have migraines", "I broke my leg".</summary>
internal sealed class HealthRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (clause.Clause.Subject.Kind is SubjectKind.Thing)
        {
            ReadOver(clause);
            return;
        }

        if (!clause.IsOfPerson || clause.Verb.Mood is not Mood.Indicative)
        {
            return;
        }

        switch (clause.Verb.Lemma)
        {
            case "be" when clause.After(0) is "allergic" or "intolerant" && clause.After(1) is "to":
                Allergy(clause, clause.After(0));
                break;
            case "be" or "get" when clause.After(0) is "diagnosed" && clause.After(1) is "with":
                Add(clause, clause.ObjectAt(2), "was diagnosed with", 0.85, TimeUse.Start);
                break;
            case "suffer" when clause.After(0) is "from" && clause.Verb.IsPresentState:
                Add(clause, clause.ObjectAt(1), clause.Denies ? "does not suffer from" : "suffers from", 0.8, TimeUse.None);
                break;
            case "have" or "develop" when !clause.Verb.IsProgressive && IsCondition(clause.ObjectAt(0)) && (clause.Verb.IsPresentState || clause.Verb.Lemma is "develop"):
                Add(clause, clause.ObjectAt(0), clause.NoLonger ? "no longer has" : clause.Denies ? "does not have" : "has", 0.8, TimeUse.None);
                break;
            case "break" or "injure" or "sprain" or "twist" or "fracture" or "tear" when clause.After(0) is "my" && IsBodyPart(clause.After(1), clause.After(2)):
                Injury(clause);
                break;
        }
    }

    /// <summary>"My asthma is gone", "my migraines went away".</summary>
    private static void ReadOver(ClauseReading clause)
    {
        var noun = clause.Clause.Subject.Noun;
        var isOver = !clause.Denies && clause.Verb.Mood is Mood.Indicative
            && ((clause.Verb.Lemma is "be" && clause.After(0) is "gone" or "cured" or "over") || (clause.Verb.Lemma is "go" && clause.After(0) is "away") || clause.Verb.Lemma is "heal" or "clear");
        if (isOver && Nouns.Conditions.Contains(noun.Split(' ')[^1]))
        {
            clause.Add(new AttributeDraft
            {
                Aspect = "health",
                Value = noun,
                Text = $"{clause.Speaker} no longer has {noun}",
                Tense = Tense.Ended,
                Time = TimeUse.End,
                Confidence = 0.7,
            });
        }
    }

    private static bool IsCondition(Phrase phrase) => !phrase.IsEmpty && phrase.Count <= 5 && (Nouns.Conditions.Contains(Values.Noun(phrase)) || Nouns.Conditions.Contains(phrase.Head));

    private static bool IsBodyPart(string first, string second) => Body(first) || (first is "left" or "right" && Body(second));

    private static bool Body(string word) => word is "leg" or "arm" or "ankle" or "knee" or "wrist" or "foot" or "hand" or "shoulder" or "back" or "hip" or "finger"
        or "toe" or "rib" or "ribs" or "collarbone" or "nose" or "elbow" or "acl" or "achilles" or "hamstring" or "neck";

    private static void Allergy(ClauseReading clause, string word)
    {
        foreach (var item in PhraseReader.Items(clause.ObjectAt(2)))
        {
            var value = Values.Bare(item);
            if (Values.Names(value) && value.Count <= 4)
            {
                var isOver = clause.Verb.IsPast && !clause.Verb.IsPerfect;
                var verb = isOver ? (clause.Denies ? "was not" : "used to be") : clause.NoLonger ? "is no longer" : clause.Denies ? "is not" : "is";
                clause.Add(new AttributeDraft
                {
                    Aspect = "allergy",
                    Value = value.Written,
                    Text = $"{clause.Subject} {verb} {word} to {ThirdPerson.Turn(value)}",
                    Polarity = clause.Polarity,
                    Tense = isOver ? Tense.Ended : Tense.Present,
                    Confidence = 0.9,
                });
            }
        }
    }

    private static void Injury(ClauseReading clause)
    {
        if (clause.Verb.IsPast && !clause.Denies)
        {
            var part = new Phrase(clause.Sentence, clause.Next, clause.Next + (Body(clause.After(1)) ? 2 : 3));
            clause.Add(new AttributeDraft
            {
                Aspect = "health",
                Value = $"{clause.Sentence.At(clause.Verb.Main)} {(part with { First = part.First + 1 }).Written}",
                Text = $"{clause.Subject} {clause.Sentence.At(clause.Verb.Main)} {ThirdPerson.Turn(part)}",
                Time = TimeUse.Start,
                Confidence = 0.75,
            });
        }
    }

    private static void Add(ClauseReading clause, Phrase phrase, string verb, double confidence, TimeUse time)
    {
        var value = phrase.IsEmpty ? phrase : Values.Bare(phrase);
        if (!Values.Names(value) || value.Count > 5)
        {
            return;
        }

        clause.Add(new AttributeDraft
        {
            Aspect = "health",
            Value = value.Written,
            Text = $"{clause.Subject} {verb} {ThirdPerson.Turn(value)}",
            Polarity = clause.Polarity,
            Time = time,
            Confidence = confidence,
        });
    }
}
