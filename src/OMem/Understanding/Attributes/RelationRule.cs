using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Attributes;

/// <summary>People somebody has, said in a clause of its own: "I have two kids", "I have a brother named Tom", "My sister is called Anna", "Anna is my sister".</summary>
internal sealed class RelationRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (clause.Clause.Subject.Kind is SubjectKind.Relative)
        {
            Called(clause);
        }
        else if (clause.Clause.Subject.IsFirstPerson && clause.Verb.Lemma is "have" && clause.Verb.IsPresentState && !clause.Verb.IsProgressive && !clause.Verb.IsPerfect)
        {
            Has(clause);
        }
    }

    private static void Called(ClauseReading clause)
    {
        var subject = clause.Clause.Subject;
        var at = clause.Verb.Lemma is "be" && clause.After(0) is "called" or "named" ? clause.Next + 1 : -1;
        if (at > 0 && subject.Name is null && clause.Sentence.IsNameAt(at))
        {
            clause.Add(Draft(clause.Speaker, subject.Noun, Phrase.Spelling(clause.Sentence, at), 0.85));
        }
    }

    private static void Has(ClauseReading clause)
    {
        foreach (var item in PhraseReader.Items(clause.ObjectAt(clause.After(0) is "got" ? 1 : 0)))
        {
            Has(clause, item);
        }
    }

    private static void Has(ClauseReading clause, Phrase phrase)
    {
        if (phrase.Count > 6)
        {
            return;
        }

        var noun = -1;
        for (var i = phrase.First; i < phrase.End && noun < 0; i++)
        {
            noun = Nouns.Relations.Contains(phrase.Sentence.At(i)) ? i : -1;
        }

        if (noun < 0 || phrase.Sentence.At(noun + 1) is not ("" or "named" or "called" or "and" or "who" or "in" or "at") && noun + 1 < phrase.End && !phrase.Sentence.IsNameAt(noun + 1))
        {
            return;
        }

        var nameAt = phrase.Sentence.At(noun + 1) is "named" or "called" ? noun + 2 : noun + 1;
        var name = phrase.Sentence.IsNameAt(nameAt) && nameAt < clause.Clause.End ? Phrase.Spelling(phrase.Sentence, nameAt) : null;
        if (clause.Denies || phrase.Lead is "no")
        {
            var value = new Phrase(phrase.Sentence, phrase.Lead is "no" or "any" ? phrase.First + 1 : phrase.First, noun + 1);
            clause.Add(new AttributeDraft
            {
                Aspect = AttributeWords.Relation,
                Value = Values.Bare(value).Written,
                Text = $"{clause.Subject} does not have any {Values.Bare(value).Written}",
                Polarity = Polarity.Negative,
                Confidence = 0.7,
            });
            return;
        }

        var people = Values.Bare(new Phrase(phrase.Sentence, phrase.First, noun + 1));
        clause.Add(Draft(clause.Speaker, people.Written, name, 0.8));
    }

    /// <summary>The attribute "has a sister, Anna".</summary>
    public static AttributeDraft Draft(string speaker, string noun, string? name, double confidence) => new()
    {
        Subject = speaker,
        Aspect = AttributeWords.Relation,
        Value = name is null ? noun : $"{noun} {name}",
        Text = $"{speaker} has {Article(noun)}{noun}{(name is null ? string.Empty : " called " + name)}",
        Confidence = confidence,
    };

    private static string Article(string noun) =>
        IsPlural(noun[(noun.LastIndexOf(' ') + 1)..]) || noun is "family" || HasDeterminer(noun.Split(' ')[0]) ? string.Empty
        : noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ";

    private static bool IsPlural(string noun) => (noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal)) || noun is "children";

    private static bool HasDeterminer(string word) => char.IsAsciiDigit(word[0])
        || word is "my" or "our" or "no" or "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "many" or "several";
}
