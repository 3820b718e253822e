using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Splits a sentence into clauses that have a subject and a verb. Time is linear in the number of words.</summary>
internal static class ClauseReader
{
    private const int LongestOpening = 8;

    /// <summary>The clauses of a sentence, in order. Words before the first one belong to none.</summary>
    public static List<Clause> Read(Sentence sentence)
    {
        var clauses = new List<Clause>();
        var questionStart = Questions.Start(sentence);
        var isHearsay = sentence.Matches(sentence.First, "according", "to") || sentence.Matches(sentence.First, "what", "if");
        for (var i = sentence.First; i < sentence.End;)
        {
            var head = Head(sentence, i, clauses.Count > 0 ? clauses[^1] : null);
            if (head is null)
            {
                i++;
                continue;
            }

            Close(clauses, i);
            clauses.Add(head with
            {
                IsQuestion = head.Subject.First >= questionStart || (sentence.IsQuestion && questionStart == sentence.First),
                IsReported = isHearsay || IsReported(sentence, i),
            });
            i = Math.Max(i + 1, head.Verb?.Next ?? head.Subject.Next);
        }

        Close(clauses, sentence.End);
        return clauses;
    }

    private static void Close(List<Clause> clauses, int end)
    {
        if (clauses.Count > 0 && clauses[^1].End == 0)
        {
            clauses[^1] = clauses[^1] with { End = end };
        }
    }

    private static Clause? Head(Sentence sentence, int index, Clause? before)
    {
        var matrix = MatrixBefore(sentence, index, before);
        var followsOpening = before?.Link is ClauseLink.Temporal or ClauseLink.Hypothetical && sentence.At(index) is "i" or "we";
        if (index != sentence.First && sentence.GapAt(index) == Gap.None && matrix is null && !followsOpening && Openings.LinkOf(sentence, index) is null)
        {
            return null;
        }

        var link = matrix is null ? ClauseLink.None : ClauseLink.Content;
        var at = index;
        for (; at < sentence.End && at - index < LongestOpening && (at == index || sentence.GapAt(at) != Gap.Strong); at++)
        {
            var found = Openings.LinkOf(sentence, at);
            if (found is not null && SubjectReader.Read(sentence, at) is { Kind: SubjectKind.Other } && IsPronounAt(sentence, at))
            {
                break;
            }

            if (found is null && !Openings.IsFiller(sentence.At(at)))
            {
                break;
            }

            link = found > link ? found.Value : link;
        }

        var opened = Openings.AfterTimePhrase(sentence, at);
        var clause = WithSubject(sentence, index, opened) ?? WithoutSubject(sentence, index, at, before);
        return clause is null ? null : clause with { Link = link, Matrix = matrix };
    }

    /// <summary>"that" before a verb is a pronoun ("that was fun"), before a subject a link ("that I am").</summary>
    private static bool IsPronounAt(Sentence sentence, int index) =>
        sentence.At(index) is "that" && SubjectReader.Read(sentence, index + 1) is null;

    private static Clause? WithSubject(Sentence sentence, int first, int at)
    {
        var subject = SubjectReader.Read(sentence, at);
        if (subject is null)
        {
            return null;
        }

        if (subject.Kind is SubjectKind.Other)
        {
            return new Clause { Sentence = sentence, First = first, Subject = subject };
        }

        var verb = VerbGroupReader.Read(sentence, subject.Next, subject.IsFirstPerson);
        return verb is null && subject.Kind is SubjectKind.Thing or SubjectKind.Relative
            ? null
            : new Clause { Sentence = sentence, First = first, Subject = subject, Verb = verb };
    }

    /// <summary>A verb that shares the subject before it ("... and started a job"), or "Just finished my book!".</summary>
    private static Clause? WithoutSubject(Sentence sentence, int first, int at, Clause? before)
    {
        if (at >= sentence.End)
        {
            return null;
        }

        var isInherited = before?.Verb is not null && first > sentence.First;
        var subject = isInherited
            ? before!.Subject with { First = at, Next = at }
            : first == sentence.First ? new Subject(SubjectKind.Dropped, at, at) : null;
        if (subject is null || (isInherited && sentence.At(first) is not ("and" or "but" or "then") && sentence.GapAt(first) is not Gap.Comma))
        {
            return null;
        }

        var start = isInherited ? at : AfterFillers(sentence, first);
        var verb = VerbGroupReader.Read(sentence, start, subject.IsFirstPerson);
        return verb is not null && SharedVerbs.MayStandAlone(sentence, verb, isInherited ? before!.Verb : null)
            ? new Clause { Sentence = sentence, First = first, Subject = subject with { First = start, Next = start }, Verb = verb }
            : null;
    }

    private static int AfterFillers(Sentence sentence, int index)
    {
        while (sentence.At(index) is not ("finally" or "recently" or "also" or "just") && Openings.IsFiller(sentence.At(index)))
        {
            index++;
        }

        return index;
    }

    /// <summary>The speaker's own verb of thinking right before the word ("I think | I'm allergic").</summary>
    private static string? MatrixBefore(Sentence sentence, int index, Clause? before)
    {
        if (before?.Verb is not { } verb || !before.Subject.IsFirstPerson || !Matrices.TakesClause(verb.Lemma))
        {
            return null;
        }

        var isNext = verb.Next == index || (sentence.At(verb.Next) is "that" or "you" && verb.Next + 1 == index);
        return isNext && (verb.IsNegated || verb.Mood is Mood.Conditional or Mood.Ability) ? "wish" : isNext ? verb.Lemma : null;
    }

    private static bool IsReported(Sentence sentence, int index)
    {
        var isPerson = sentence.At(index - 1) is "me" or "us" or "him" or "her" or "them" or "everyone" or "that";
        var verb = isPerson ? index - 2 : index - 1;
        return Matrices.IsSpeech(sentence.At(verb)) && sentence.At(verb - 1) is not ("i" or "just" or "not" or "also");
    }
}
