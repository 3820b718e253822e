using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>For whom or where somebody works or studies: "I work at a bakery", "I got hired by Acme", "I quit my job at Acme", "I study law at Oslo".</summary>
internal sealed class EmployerRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (!clause.IsOfPerson || clause.Verb.Mood is Mood.Conditional or Mood.Ability)
        {
            return;
        }

        var isNews = !clause.Denies && clause.Verb.Mood is Mood.Indicative && (clause.Verb.IsPast || clause.Verb.IsPerfect);
        switch (clause.Verb.Lemma)
        {
            case "work" when clause.After(0) is "at" or "for":
                Works(clause, 0);
                break;
            case "work" when clause.Find("at", "for") is var at and >= 0 && at <= clause.Next + 5 && clause.After(0) is "as" or "part-time" or "full-time" or "remotely":
                Works(clause, at - clause.Next);
                break;
            case "be" when clause.Find("at", "for") is var at and >= 0 && at > clause.Next && clause.After(0) is "a" or "an" or "the" && Nouns.Occupations.Contains(clause.Sentence.At(at - 1)):
                Works(clause, at - clause.Next);
                break;
            case "be" when clause.After(0) is "with" && clause.IsNow && !clause.Denies && clause.Verb.IsPresentState && clause.Sentence.IsNameAt(clause.Next + 1):
                Add(clause, clause.ObjectAt(1), Tense.Present, "works for", TimeUse.None);
                break;
            case "start" or "begin" or "get" or "land" or "accept" or "find" or "take" when isNews && JobAt(clause) is var at and > 0:
                Add(clause, clause.ObjectAt(at), Tense.Present, "works at", TimeUse.Start);
                break;
            case "join" when isNews:
                Joins(clause);
                break;
            case "get" or "be" when isNews && clause.After(0) is "hired" && clause.After(1) is "by" or "at":
                Add(clause, clause.ObjectAt(2), Tense.Present, "works for", TimeUse.Start);
                break;
            case "quit" or "leave" or "lose" or "resign" when isNews && !clause.Verb.IsProgressive:
                Leaves(clause);
                break;
            case "get" or "be" when isNews && (clause.After(0) is "fired" or "sacked" || (clause.After(0) is "laid" && clause.After(1) is "off")):
                Ended(clause, clause.After(0) is "laid" ? 2 : 1);
                break;
        }
    }

    private static void Works(ClauseReading clause, int offset)
    {
        var tense = clause.Verb.Mood is Mood.Future ? Tense.Future
            : clause.Verb.UsedTo || (clause.Verb.IsPast && !clause.Verb.IsPerfect) || clause.NoLonger ? Tense.Ended : Tense.Present;
        var preposition = clause.After(offset);
        if (IsDuration(clause.After(offset + 1)) || PhraseReader.StartsTime(clause.Sentence, clause.Next + offset) || clause.After(offset + 1) is "free")
        {
            // "I had to work for hours", "for ten years": no employer.
            return;
        }

        var verb = tense switch
        {
            Tense.Future => "plans to work",
            Tense.Ended when clause.NoLonger => "no longer works",
            Tense.Ended => "used to work",
            _ => clause.Denies ? "does not work" : "works",
        };
        Add(clause, clause.ObjectAt(offset + 1), tense, $"{verb} {preposition}", clause.Verb.IsPerfect ? TimeUse.Start : TimeUse.Span);
    }

    private static bool IsDuration(string? word) =>
        word is "hours" or "days" or "weeks" or "months" or "years" or "ages" or "minutes" or "hour" or "while";

    private static int JobAt(ClauseReading clause)
    {
        var job = clause.Find("job", "position", "internship");
        if (job < 0 || job > clause.Next + 4)
        {
            return -1;
        }

        var at = job + 1 - clause.Next;
        return clause.After(at) is "at" or "with" ? at + 1 : -1;
    }

    /// <summary>"I joined Acme": only a name, for one joins clubs and calls too.</summary>
    private static void Joins(ClauseReading clause)
    {
        var phrase = clause.ObjectAt(0);
        if (!phrase.IsEmpty && phrase.Sentence.IsNameAt(phrase.First) && clause.Find("as") >= 0)
        {
            Add(clause, phrase, Tense.Present, "works at", TimeUse.Start);
        }
    }

    private static void Leaves(ClauseReading clause)
    {
        var job = clause.Find("job", "position");
        if (job >= 0 && job <= clause.Next + 3)
        {
            Ended(clause, job + 1 - clause.Next);
        }
        else if (clause.Verb.Lemma is "resign" && clause.After(0) is "from")
        {
            Ended(clause, 0);
        }
    }

    /// <summary>The job that is over: by its employer's name, or whichever is current when none is said.</summary>
    private static void Ended(ClauseReading clause, int offset)
    {
        if (clause.After(offset) is "at" or "with" or "from" or "by" && !clause.ObjectAt(offset + 1).IsEmpty)
        {
            Add(clause, clause.ObjectAt(offset + 1), Tense.Ended, "used to work at", TimeUse.End);
            return;
        }

        foreach (var aspect in new[] { "employer", "job" })
        {
            clause.Add(new AttributeDraft
            {
                Aspect = aspect,
                Value = AttributeWords.Current,
                Text = $"{clause.Subject} no longer has that job",
                Tense = Tense.Ended,
                Exclusive = true,
                Time = TimeUse.End,
                Confidence = 0.7,
            });
        }
    }

    private static void Add(ClauseReading clause, Phrase place, Tense tense, string verb, TimeUse time)
    {
        if (!Values.Names(place) || place.Count > 7 || (Values.IsSituational(place) && place.Count == 2))
        {
            return;
        }

        if (place.Lead is "me" or "a" && place.Head is "living" or "while" or "change" or "better" or "new" || place.Lead is "home" or "night")
        {
            return;
        }

        clause.Add(new AttributeDraft
        {
            Aspect = "employer",
            Value = place.Written,
            Text = $"{clause.Subject} {verb} {ThirdPerson.Turn(place)}",
            Polarity = tense is Tense.Present ? clause.Polarity : Polarity.Positive,
            Tense = tense,
            Exclusive = true,
            Time = time,
            Confidence = place.Sentence.IsNameAt(place.First) ? 0.85 : 0.65,
        });
    }
}
