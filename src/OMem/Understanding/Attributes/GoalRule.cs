using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>Plans, wishes and aims: "I want to learn Italian", "I'd love to visit Japan", "I'm planning a trip", "My dream is to open a bakery".</summary>
internal sealed class GoalRule : IAttributeRule
{
    /// <summary>"I want to thank you", "I want to know more": said to the other person, not aims.</summary>
    private static readonly FrozenSet<string> NoAims = WordSet.Of(
        """
        say tell ask know hear thank share show be let see talk chat apologise apologize mention point add catch make help give emphasize clarify
        take hug congratulate join come do get have check remind think look know keep understand sure believe feel discuss
        """);

    public void Read(ClauseReading clause)
    {
        if (clause.Clause.Subject.Kind is SubjectKind.Thing)
        {
            ReadOwnGoal(clause);
            return;
        }

        if (clause.IsOfPerson && clause.Verb.Lemma is "give" && clause.After(0) is "up" && clause.After(1) is "on" && VerbForms.IsGerund(clause.After(2)) && clause.Verb.Mood is Mood.Indicative)
        {
            GivenUp(clause);
            return;
        }

        if (!clause.IsOfPerson || clause.Verb.IsPast || (clause.Verb.Mood is not Mood.Indicative && !clause.Verb.IsWish))
        {
            return;
        }

        switch (clause.Verb.Lemma)
        {
            case "want" or "hope" or "plan" or "intend" or "aim" when clause.After(0) is "to":
            case "love" or "like" when clause.Verb.IsWish && clause.After(0) is "to":
                Add(clause, 1, gerund: false);
                break;
            case "plan" or "dream" or "think" or "consider" when OffsetOfGerund(clause) is var at and >= 0 && (clause.Verb.Lemma is not "think" || clause.Verb.IsProgressive):
                Add(clause, at, gerund: true);
                break;
            case "save" when clause.Verb.IsProgressive && clause.After(0) is "up" && clause.After(1) is "for":
                AddText(clause, clause.ObjectAt(2), "is saving up for");
                break;
            case "train" or "prepare" or "practice" or "practise" when clause.Verb.IsProgressive && clause.After(0) is "for":
                AddText(clause, clause.ObjectAt(1), $"is {clause.Sentence.At(clause.Verb.Main)} for");
                break;
            case "plan" when clause.Verb.IsProgressive && clause.After(0) is "a" or "my" or "our":
                AddText(clause, clause.ObjectAt(0), "is planning");
                break;
        }
    }

    /// <summary>"I've given up on learning Korean".</summary>
    private static void GivenUp(ClauseReading clause)
    {
        var phrase = clause.ObjectAt(2);
        if (phrase.Count > 1 && !Values.PointsBack(phrase))
        {
            var rest = phrase with { First = phrase.First + 1 };
            clause.Add(new AttributeDraft
            {
                Aspect = AttributeWords.Goal,
                Value = $"{VerbForms.BaseOfGerund(phrase.Lead)} {rest.Written}",
                Text = $"{clause.Subject} has given up on {phrase.Lead} {ThirdPerson.Turn(rest)}",
                Polarity = Polarity.Negative,
                Tense = Tense.Future,
                Confidence = 0.7,
            });
        }
    }

    /// <summary>"planning on going", "dream of owning", "thinking about moving", "considering leaving".</summary>
    private static int OffsetOfGerund(ClauseReading clause)
    {
        var offset = clause.After(0) is "on" or "of" or "about" ? 1 : 0;
        return VerbForms.IsGerund(clause.After(offset)) ? offset : -1;
    }

    private static void ReadOwnGoal(ClauseReading clause)
    {
        var noun = clause.Clause.Subject.Noun;
        if ((noun.EndsWith("goal", StringComparison.Ordinal) || noun.EndsWith("dream", StringComparison.Ordinal) || noun.EndsWith("plan", StringComparison.Ordinal))
            && clause.Verb.Lemma is "be" && !clause.Verb.IsPast && clause.After(0) is "to")
        {
            Add(clause, 1, gerund: false);
        }
    }

    private static void Add(ClauseReading clause, int offset, bool gerund)
    {
        var verb = gerund ? VerbForms.BaseOfGerund(clause.After(offset)) : clause.After(offset);
        var phrase = clause.ObjectAt(offset);
        if (!VerbForms.IsBase(verb) || (NoAims.Contains(verb) && !IsLife(verb, phrase)) || phrase.Count < 2 || Values.PointsBack(phrase))
        {
            return;
        }

        var rest = phrase with { First = phrase.First + 1 };
        var value = $"{verb} {rest.Written}";
        var lead = clause.Denies ? "does not want to" : clause.Verb.Lemma switch
        {
            "plan" or "intend" => "plans to",
            "hope" or "aim" => VerbForms.ThirdPerson(clause.Verb.Lemma) + " to",
            "think" or "consider" => "is thinking about",
            _ => "wants to",
        };
        var action = lead.EndsWith("about", StringComparison.Ordinal) ? clause.After(offset) : verb;
        clause.Add(new AttributeDraft
        {
            Aspect = AttributeWords.Goal,
            Value = value,
            Text = $"{clause.Subject} {lead} {action} {ThirdPerson.Turn(rest)}",
            Polarity = clause.Polarity,
            Tense = Tense.Future,
            Time = TimeUse.None,
            Confidence = 0.65,
        });
    }

    /// <summary>"be a doctor", "have kids", "get a dog": light verbs that do tell an aim.</summary>
    private static bool IsLife(string verb, Phrase phrase) => verb is "be" or "have" or "get" or "do" or "make" or "take" && phrase.Count >= 3
        && phrase.Sentence.At(phrase.First + 1) is "a" or "an" or "my" or "more" or "two";

    private static void AddText(ClauseReading clause, Phrase phrase, string verb)
    {
        if (Values.Names(phrase) && phrase.Count <= 7)
        {
            clause.Add(new AttributeDraft
            {
                Aspect = AttributeWords.Goal,
                Value = Values.Bare(phrase).Written,
                Text = $"{clause.Subject} {verb} {ThirdPerson.Turn(phrase)}",
                Polarity = clause.Polarity,
                Tense = Tense.Future,
                Confidence = 0.65,
            });
        }
    }
}
