using System.Collections.Frozen;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Reads the subject that starts at a word.</summary>
internal static class SubjectReader
{
    private const int LongestThing = 4;

    private static readonly FrozenSet<string> Others = WordSet.Of(
        """
        you he she it they this that these those there who someone somebody everyone everybody people nobody
        """);

    private static readonly FrozenSet<string> Adjectives = WordSet.Of(
        "big little older younger elder eldest oldest youngest best good close dear old new late lovely dear beloved twin current former first second own");

    private static readonly FrozenSet<string> EndsThing = WordSet.Of(
        """
        is are was were has have had will would can could should am do does did not of to for in on at with from
        and or but so because that which who i we you
        """);

    /// <summary>The subject at <paramref name="index"/>, or null when none starts there.</summary>
    public static Subject? Read(Sentence sentence, int index)
    {
        var word = sentence.At(index);
        return word switch
        {
            "i" => new Subject(SubjectKind.Speaker, index, index + 1),
            "we" => new Subject(SubjectKind.Group, index, index + (sentence.At(index + 1) is "both" or "all" ? 2 : 1)),
            "my" or "our" => Owned(sentence, index),
            _ when Others.Contains(word) => new Subject(SubjectKind.Other, index, index + 1),
            _ => null,
        };
    }

    /// <summary>The head of a relation noun phrase after "my": its noun, its name, and where it ends. Null when it names no person.</summary>
    public static Subject? Relative(Sentence sentence, int index)
    {
        var at = index + 1;
        while (Adjectives.Contains(sentence.At(at)) && sentence.GapAt(at) == Gap.None)
        {
            at++;
        }

        var noun = sentence.At(at);
        if (!Nouns.Relations.Contains(noun) || sentence.GapAt(at) != Gap.None || Nouns.Relations.Contains(sentence.At(at + 1)))
        {
            return null;
        }

        var subject = new Subject(SubjectKind.Relative, index, at + 1) { Noun = noun };
        return WithName(sentence, subject, at + 1);
    }

    /// <summary>"my dog | died", "my band | plays": a verb form that is no noun after at least one noun.</summary>
    private static bool IsVerb(string word) => (VerbForms.IsPast(word) && !VerbForms.IsBase(word)) || VerbForms.IsThirdPerson(word);

    /// <summary>"my sister Anna", "my sister, Anna, ...": one or two capitalised words after the noun.</summary>
    private static Subject WithName(Sentence sentence, Subject subject, int at)
    {
        var isApart = sentence.GapAt(at) == Gap.Comma;
        if (!sentence.IsNameAt(at) || (sentence.GapAt(at) != Gap.None && !isApart) || VerbForms.IsThirdPerson(sentence.At(at)))
        {
            return subject;
        }

        var end = at + 1;
        if (sentence.IsNameAt(end) && sentence.GapAt(end) == Gap.None)
        {
            end++;
        }

        // "my sister, Anna, works": only a name that is closed by a comma stands in apposition.
        return isApart && sentence.GapAt(end) == Gap.None
            ? subject
            : subject with { Name = WithoutPossessive(Phrase.Source(sentence, at, end)), Next = end, IsPossessive = sentence.At(end - 1).EndsWith("'s", StringComparison.Ordinal) };
    }

    private static string WithoutPossessive(string name) =>
        name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("\u2019s", StringComparison.Ordinal) ? name[..^2] : name;

    private static Subject Owned(Sentence sentence, int index)
    {
        var relative = Relative(sentence, index);
        if (relative is not null)
        {
            return sentence.Matches(relative.Next, "and", "i") ? relative with { Kind = SubjectKind.Group, Next = relative.Next + 2 }
                : relative.IsPossessive || sentence.At(relative.Next) is "and" ? new Subject(SubjectKind.Other, index, relative.Next)
                : relative;
        }

        var end = index + 1;
        while (end - index <= LongestThing && end < sentence.End && sentence.GapAt(end) == Gap.None
            && !EndsThing.Contains(sentence.At(end)) && !(end > index + 1 && IsVerb(sentence.At(end))))
        {
            end++;
        }

        return end == index + 1
            ? new Subject(SubjectKind.Other, index, index + 1)
            : new Subject(SubjectKind.Thing, index, end) { Noun = Phrase.Text(sentence, index + 1, end) };
    }
}
