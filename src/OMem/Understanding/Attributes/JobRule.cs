using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>
/// What somebody does for a living: "I'm a nurse", "I work as a cook", "I became a teacher", "I got promoted to team lead".
/// Names of trades come from a list; "as a ..." after work takes any.
/// </summary>
internal sealed class JobRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (clause.Clause.Subject.Kind is SubjectKind.Thing)
        {
            ReadOwnJob(clause);
            return;
        }

        if (!clause.IsOfPerson || clause.Verb.Mood is Mood.Conditional or Mood.Ability)
        {
            return;
        }

        switch (clause.Verb.Lemma)
        {
            case "be" when Occupation(clause, 0) is { } job:
                Add(clause, job, State(clause), TimeUse.Span, 0.85);
                break;
            case "work" when clause.Find("as") is var at and >= 0 && at <= clause.Next + 4 && Article(clause, at + 1 - clause.Next):
                Add(clause, Head(clause.ObjectAt(at + 1 - clause.Next)), State(clause), clause.Verb.IsPerfect ? TimeUse.Start : TimeUse.Span, 0.85);
                break;
            case "become" when Occupation(clause, 0) is { } job && (clause.Verb.IsPast || clause.Verb.IsPerfect):
                Add(clause, job, Tense.Present, TimeUse.Start, 0.8);
                break;
            case "get" or "be" when clause.After(0) is "promoted" && clause.After(1) is "to":
            case "promote" when clause.After(0) is "to":
                Promoted(clause);
                break;
            case "start" or "begin" or "get" or "land" or "accept" or "take" or "find" or "have" when JobAs(clause) is { } named:
                Add(clause, named, Tense.Present, TimeUse.Start, 0.75);
                break;
            case "get" or "hire" or "be" when clause.Find("hired") is var hired and >= 0 && hired <= clause.Next + 1 && clause.Sentence.At(hired + 1) is "as":
                Add(clause, Head(clause.ObjectAt(hired + 2 - clause.Next)), Tense.Present, TimeUse.Start, 0.75);
                break;
            case "retire" when !clause.Denies && (clause.Verb.IsPast || clause.Verb.IsPerfect):
                AddStatus(clause, "retired");
                break;
        }
    }

    private static Tense State(ClauseReading clause) => clause.Verb.Mood is Mood.Future ? Tense.Future
        : clause.Verb.UsedTo || (clause.Verb.IsPast && !clause.Verb.IsPerfect) || clause.NoLonger ? Tense.Ended : Tense.Present;

    /// <summary>"My job is teaching", "My new job is head chef".</summary>
    private static void ReadOwnJob(ClauseReading clause)
    {
        var noun = clause.Clause.Subject.Noun;
        if (noun.StartsWith("job as ", StringComparison.Ordinal) && clause.Verb.Mood is Mood.Indicative)
        {
            // "My job as a barista is fun": whatever is said of it, it is the job.
            var subject = clause.Clause.Subject;
            Add(clause, Head(new Phrase(clause.Sentence, subject.First + 3, subject.Next)), clause.Verb.IsPast ? Tense.Ended : Tense.Present, TimeUse.None, 0.7);
            return;
        }

        if (noun is "job" or "new job" or "profession" or "occupation" or "day job" && clause.Verb.Lemma is "be" && Occupation(clause, 0, bare: true) is { } job)
        {
            Add(clause, job, clause.Verb.IsPast ? Tense.Ended : Tense.Present, TimeUse.None, 0.75);
        }
    }

    private static Phrase? Occupation(ClauseReading clause, int offset, bool bare = false)
    {
        if (!bare && !Article(clause, offset))
        {
            return null;
        }

        var phrase = Head(clause.ObjectAt(offset));
        return !phrase.IsEmpty && phrase.Count <= 6 && Nouns.Occupations.Contains(phrase.Head) ? phrase : null;
    }

    private static bool Article(ClauseReading clause, int offset) => clause.After(offset) is "a" or "an" or "the";

    /// <summary>"a nurse at St Mary's" without the place: that is the employer.</summary>
    private static Phrase Head(Phrase phrase)
    {
        for (var i = phrase.First + 1; i < phrase.End; i++)
        {
            if (phrase.Sentence.At(i) is "at" or "in" or "for" or "with" or "on" or "from" or "by" or "and")
            {
                return phrase with { End = i };
            }
        }

        return phrase;
    }

    /// <summary>"started a new job as a cook".</summary>
    private static Phrase? JobAs(ClauseReading clause)
    {
        var job = clause.Find("job", "position", "role", "work");
        if (job < 0 || job > clause.Next + 4 || clause.Sentence.At(job + 1) is not "as" || !(clause.Verb.IsPast || clause.Verb.IsPerfect || clause.Verb.Lemma is "have") || clause.Denies)
        {
            return null;
        }

        var phrase = Head(clause.ObjectAt(job + 2 - clause.Next));
        return phrase.IsEmpty ? null : phrase;
    }

    private static void Promoted(ClauseReading clause)
    {
        var at = clause.Find("to");
        var phrase = Head(clause.ObjectAt(at + 1 - clause.Next));
        if ((clause.Verb.IsPast || clause.Verb.IsPerfect) && !clause.Denies && Values.Names(phrase) && phrase.Count <= 5)
        {
            Add(clause, phrase, Tense.Present, TimeUse.Start, 0.8);
        }
    }

    private static void AddStatus(ClauseReading clause, string status) =>
        clause.Add(new AttributeDraft
        {
            Aspect = "employment",
            Value = status,
            Text = $"{clause.Subject} is {status}",
            Exclusive = true,
            Time = TimeUse.Start,
            Confidence = 0.8,
        });

    private static void Add(ClauseReading clause, Phrase job, Tense tense, TimeUse time, double confidence)
    {
        if (job.IsEmpty || !Values.Names(job))
        {
            return;
        }

        var article = job.Lead is "a" or "an" or "the" ? string.Empty : Indefinite(job);
        var verb = tense switch
        {
            Tense.Ended when clause.NoLonger => "is no longer",
            Tense.Ended => "used to be",
            Tense.Future => "plans to be",
            _ => clause.Denies ? "is not" : "is",
        };
        clause.Add(new AttributeDraft
        {
            Aspect = "job",
            Value = job.Written,
            Text = $"{clause.Subject} {verb} {article}{ThirdPerson.Turn(job)}",
            Polarity = tense is Tense.Present ? clause.Polarity : Polarity.Positive,
            Tense = tense,
            Exclusive = true,
            Time = time,
            Confidence = confidence,
        });
    }

    private static string Indefinite(Phrase job) => job.Lead is "my" or "our" || job.Lead.EndsWith('s') ? string.Empty
        : job.Lead.Length > 0 && job.Lead[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ";
}
