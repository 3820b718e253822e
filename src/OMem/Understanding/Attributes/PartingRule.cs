using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>
/// What somebody has parted with, whatever it was to them: "I gave up the flat", "I'm over true crime", "I left Acme", "I don't go to the
/// gym any more". It ends what is known of it and says nothing new.
/// </summary>
internal sealed class PartingRule : IAttributeRule
{
    private static readonly FrozenSet<string> Partners = WordSet.Of("wife husband girlfriend boyfriend partner fiance fiancee spouse");

    public void Read(ClauseReading clause)
    {
        if (!clause.IsOfPerson || clause.Verb.Mood is not Mood.Indicative)
        {
            return;
        }

        if (clause.NoLonger)
        {
            Part(clause, Object(clause, clause.After(0) is "to" or "at" or "in" or "for" or "on" or "with" ? 1 : 0), AttributeWords.AnyAspect);
        }
        else if (!clause.Denies)
        {
            ReadVerb(clause);
            NoLongerSingle(clause);
        }
    }

    private static void ReadVerb(ClauseReading clause)
    {
        var isNews = clause.Verb.IsPast || clause.Verb.IsPerfect || clause.Verb.HadTo;
        switch (clause.Verb.Lemma)
        {
            case "be" when clause.Verb.IsPresentState && clause.After(0) is "over":
                Part(clause, Object(clause, 1), PartedAspects.Likings);
                break;
            case "be" when clause.Verb.IsPresentState && clause.After(0) is "done" or "through" or "finished" && clause.After(1) is "with":
                Part(clause, Object(clause, 2), AttributeWords.AnyAspect);
                break;
            case "give" when isNews && clause.After(0) is "up":
            case "go" when isNews && clause.After(0) is "off":
            case "part" when isNews && clause.After(0) is "with":
                PartOrStop(clause, 1, AttributeWords.AnyAspect);
                break;
            case "give" when isNews:
                Part(clause, Away(Object(clause, clause.After(0) is "away" ? 1 : 0)), PartedAspects.Things);
                break;
            case "get" when isNews && clause.After(0) is "rid" && clause.After(1) is "of":
            case "break" or "split" when isNews && clause.After(0) is "up" && clause.After(1) is "with":
                Part(clause, Object(clause, 2), AttributeWords.AnyAspect);
                break;
            case "move" when isNews && clause.After(0) is "out" && clause.After(1) is "of":
                Part(clause, Object(clause, 2), PartedAspects.Places);
                break;
            case "ditch" or "abandon" or "scrap" or "cancel" or "dump" when isNews:
            case "swap" or "trade" or "exchange" or "replace" when isNews:
                Part(clause, Object(clause, 0), AttributeWords.AnyAspect);
                break;
            case "switch" or "change" when isNews && clause.After(0) is "from":
                Part(clause, Object(clause, 1), AttributeWords.AnyAspect);
                break;
            case "stop" or "quit" when isNews:
                PartOrStop(clause, 0, PartedAspects.Work);
                break;
            case "drop" when isNews:
                PartOrStop(clause, 0, PartedAspects.Pursuits);
                break;
            case "leave" when isNews:
                Part(clause, Object(clause, 0), PartedAspects.Places);
                break;
            case "close" or "shut" when isNews:
                Part(clause, Object(clause, clause.After(0) is "down" ? 1 : 0), PartedAspects.Businesses);
                break;
            case "sell" or "lose" or "donate" when isNews:
                Part(clause, Object(clause, 0), PartedAspects.Things);
                break;
        }
    }

    /// <summary>"I stopped learning Spanish", "I gave up smoking": what the gerund is about, or the gerund itself.</summary>
    private static void PartOrStop(ClauseReading clause, int offset, string aspect)
    {
        if (VerbForms.IsGerund(clause.After(offset)))
        {
            var about = Object(clause, offset + 1);
            var isPlace = !about.IsEmpty && about.Lead is "to" or "at" or "in" or "for" or "on";
            Part(clause, isPlace ? about with { First = about.First + 1 } : about, AttributeWords.AnyAspect);
            if (about.IsEmpty)
            {
                Add(clause, VerbForms.BaseOfGerund(clause.After(offset)), clause.After(offset), AttributeWords.AnyAspect);
            }
        }
        else
        {
            Part(clause, Object(clause, offset), aspect);
        }
    }

    /// <summary>"I have a girlfriend now", "I'm dating Mia".</summary>
    private static void NoLongerSingle(ClauseReading clause)
    {
        var hasPartner = clause.Verb is { Lemma: "have" or "get", UsedTo: false } && clause.Verb.IsPresentState && Partners.Contains(Values.Noun(Values.Bare(clause.ObjectAt(0))));
        var isDating = clause.Verb.IsProgressive && !clause.Verb.IsPast && clause.Verb.Lemma is "date" or "see" && (clause.After(0) is "someone" or "somebody" || clause.Sentence.IsNameAt(clause.Next));
        if (clause.Clause.Subject.IsFirstPerson && (hasPartner || isDating))
        {
            Add(clause, "single", "being single", "family status");
        }
    }

    /// <summary>The phrase without what takes its place: "my iPhone" of "my iPhone for a Pixel".</summary>
    private static Phrase Object(ClauseReading clause, int offset)
    {
        var phrase = clause.ObjectAt(offset);
        for (var i = phrase.First + 1; !phrase.IsEmpty && i < phrase.End; i++)
        {
            if (phrase.Sentence.At(i) is "for" or "with" or "to" or "and" or "in" or "at" or "when" or "completely" or "entirely" or "altogether" or "after")
            {
                return phrase with { End = i };
            }
        }

        return phrase;
    }

    private static Phrase Away(Phrase phrase) => phrase.Count > 1 && phrase.Head is "away" ? phrase with { End = phrase.End - 1 } : phrase;

    private static void Part(ClauseReading clause, Phrase phrase, string aspect)
    {
        var value = Values.Bare(phrase);
        if (!value.IsEmpty && value.Count <= 6 && Values.Names(value))
        {
            Add(clause, value.Written, ThirdPerson.Turn(phrase), aspect);
        }
    }

    private static void Add(ClauseReading clause, string value, string shown, string aspect) => clause.Add(new AttributeDraft
    {
        Aspect = aspect,
        Value = value,
        Text = $"{clause.Subject} parted with {shown}",
        Tense = Tense.Ended,
        EndsOnly = true,
        Time = TimeUse.End,
        Confidence = 0.7,
    });
}
