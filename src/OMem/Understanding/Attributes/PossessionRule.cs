using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Attributes;

/// <summary>Pets and things somebody has: "I have a dog", "We adopted a cat named Milo", "I sold my car", "My dog is called Rex".</summary>
internal sealed class PossessionRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (clause.Clause.Subject.Kind is SubjectKind.Thing)
        {
            ReadThing(clause);
            return;
        }

        if (!clause.IsOfPerson || clause.Verb.Mood is not Mood.Indicative)
        {
            return;
        }

        var isNews = clause.Verb.IsPast || clause.Verb.IsPerfect;
        switch (clause.Verb.Lemma)
        {
            case "have" or "own" when !clause.Verb.IsProgressive:
                Has(clause, isNews && !clause.Verb.IsPerfect ? Tense.Ended : Tense.Present, TimeUse.None);
                break;
            case "get" when clause.Verb.IsPerfect && clause.Sentence.At(clause.Verb.Main) is "got":
            case "get" or "buy" or "adopt" or "purchase" or "acquire" or "rescue" or "open" or "launch" or "start" or "found" when isNews && !clause.Denies:
                Has(clause, Tense.Present, clause.Verb.Lemma is "get" && clause.Verb.IsPerfect ? TimeUse.None : TimeUse.Start);
                break;
            case "drive" when clause.Verb.IsPresentState && clause.After(0) is "a" or "an" && clause.Sentence.IsNameAt(clause.Next + 1):
                Drives(clause, clause.ObjectAt(1));
                break;
            case "sell" or "lose" or "donate" when isNews && !clause.Denies && clause.After(0) is "my" or "our":
            case "give" when isNews && clause.After(0) is "away" or "my" or "our":
                Ended(clause, clause.ObjectAt(clause.After(0) is "away" ? 1 : 0));
                break;
        }
    }

    private static void Has(ClauseReading clause, Tense tense, TimeUse time)
    {
        var phrase = clause.ObjectAt(clause.After(0) is "got" ? 1 : 0);
        foreach (var item in PhraseReader.Items(phrase))
        {
            var noun = Values.NounIndex(item);
            var isOwned = item.Lead is "a" or "an" or "my" or "our" or "two" or "three" or "four" or "some" or "no" or "any" or "new" || char.IsAsciiDigit(item.Lead.Length > 0 ? item.Lead[0] : 'x')
                || item.First > phrase.First || item.Count <= 2;
            if (!isOwned || item.Count > 7 || !Nouns.TryGetBelonging(item.Sentence.At(noun), out var group)
                || (clause.Verb.Lemma is "start" or "launch" or "open" or "found" && group is not "business"))
            {
                continue;
            }

            var value = Values.Bare(item with { End = noun + 1 });
            var denies = clause.Denies || item.Lead is "no";
            value = value.Lead is "no" ? value with { First = value.First + 1 } : value;
            var name = Name(item, noun);
            Add(clause, group, name is null ? value.Written : $"{value.Written} {name}", name is null ? ThirdPerson.Turn(value) : $"{ThirdPerson.Turn(value)} called {name}",
                denies && !clause.Denies ? "does not have" : Verb(clause, tense), tense, time, denied: denies);
        }
    }

    /// <summary>"I drive a Honda Civic".</summary>
    private static void Drives(ClauseReading clause, Phrase value)
    {
        if (!value.IsEmpty && value.Count <= 3)
        {
            Add(clause, "vehicle", value, Verb(clause, Tense.Present), Tense.Present, TimeUse.None, 0.7);
        }
    }

    private static string Verb(ClauseReading clause, Tense tense) => tense is Tense.Ended ? "used to have"
        : clause.NoLonger ? "no longer has" : clause.Denies ? "does not have" : "has";

    /// <summary>The name after "named" or "called".</summary>
    private static string? Name(Phrase item, int noun) =>
        item.Sentence.At(noun + 1) is "named" or "called" && noun + 2 < item.End ? Phrase.Spelling(item.Sentence, noun + 2) : null;

    private static void Ended(ClauseReading clause, Phrase phrase)
    {
        var value = phrase.IsEmpty ? phrase : Possessed(phrase);
        if (!value.IsEmpty && Nouns.TryGetBelonging(Values.Noun(value), out var group))
        {
            Add(clause, group, value with { End = Values.NounIndex(value) + 1 }, "used to have", Tense.Ended, TimeUse.End);
        }
    }

    private static Phrase Possessed(Phrase phrase) =>
        phrase.Lead is "my" or "our" or "a" or "the" && phrase.Count > 1 ? phrase with { First = phrase.First + 1 } : phrase;

    /// <summary>"My dog Rex ...", "My cat is called Milo", "My dog died".</summary>
    private static void ReadThing(ClauseReading clause)
    {
        var words = clause.Clause.Subject.Noun.Split(' ');
        var at = Array.FindIndex(words, Nouns.Belongings.ContainsKey);
        if (at < 0 || at > 2 || clause.Verb.Mood is not Mood.Indicative)
        {
            return;
        }

        var noun = new Phrase(clause.Sentence, clause.Clause.Subject.First + 1, clause.Clause.Subject.First + 2 + at);
        var group = Nouns.Belongings[words[at]];
        if (clause.Verb.Lemma is "die" || (clause.Verb.Lemma is "pass" && clause.After(0) is "away"))
        {
            Add(clause, group, noun, "used to have", Tense.Ended, TimeUse.End);
        }
        else if (clause.Verb.Lemma is "be" && clause.After(0) is "called" or "named" && clause.Sentence.IsNameAt(clause.Next + 1))
        {
            var name = Phrase.Spelling(clause.Sentence, clause.Next + 1);
            Add(clause, group, noun.Written + " " + name, $"{noun.Written} called {name}", "has", Tense.Present, TimeUse.None);
        }
        else if (group is "pet")
        {
            var isNamed = clause.Clause.Subject.Next > noun.End && clause.Sentence.IsNameAt(noun.End);
            var value = isNamed ? noun with { End = noun.End + 1 } : noun;
            Add(clause, group, value, "has", Tense.Present, TimeUse.None, isNamed ? 0.75 : 0.6);
        }
    }

    private static void Add(ClauseReading clause, string group, Phrase value, string verb, Tense tense, TimeUse time, double confidence = 0.8) =>
        Add(clause, group, value.Written, ThirdPerson.Turn(value), verb, tense, time, confidence);

    private static void Add(
        ClauseReading clause, string group, string value, string turned, string verb, Tense tense, TimeUse time, double confidence = 0.8, bool? denied = null)
    {
        var hasArticle = turned.StartsWith("no ", StringComparison.Ordinal) || char.IsAsciiDigit(turned[0]) || turned.Split(' ')[^1].EndsWith('s') || turned.StartsWith("two ", StringComparison.Ordinal)
            || turned.StartsWith("three ", StringComparison.Ordinal) || turned.StartsWith("their ", StringComparison.Ordinal);
        var article = hasArticle ? string.Empty : turned[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ";
        clause.Add(new AttributeDraft
        {
            Aspect = group is "thing" ? "possession" : group,
            Value = value,
            Text = $"{clause.Subject} {verb} {article}{turned}",
            Polarity = tense is Tense.Ended || !(denied ?? clause.Denies) ? Polarity.Positive : Polarity.Negative,
            Tense = tense,
            Time = time,
            Confidence = confidence,
        });
    }
}
