using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>
/// What somebody is: diet, family status, character, origin, roles ("I'm vegan", "I'm married", "I'm an introvert", "I'm Swedish").
/// Moods and moments ("I'm tired", "I'm excited") are left out, so only listed adjectives and noun phrases count.
/// </summary>
internal sealed class StateRule : IAttributeRule
{
    private static readonly FrozenDictionary<string, string> Adjectives = Table(
        ("diet", "vegan vegetarian pescatarian flexitarian teetotal sober dairy-free gluten-free"),
        ("family status", "single married engaged divorced widowed separated"),
        ("character", """
            shy introverted extroverted outgoing competitive stubborn impatient patient organised organized disorganised disorganized
            perfectionist optimistic pessimistic adventurous creative ambitious clumsy punctual religious spiritual atheist superstitious
            left-handed right-handed bilingual trilingual colour-blind colorblind claustrophobic ticklish
            """),
        ("identity", "transgender trans gay lesbian bisexual queer straight non-binary nonbinary asexual"),
        ("health", "pregnant diabetic asthmatic dyslexic autistic deaf blind disabled lactose-intolerant anaemic anemic epileptic insomniac"),
        ("belief", "catholic christian muslim jewish hindu buddhist protestant agnostic atheist orthodox"),
        ("employment", "unemployed self-employed retired freelance"));

    private static readonly FrozenSet<string> Exclusive = new[] { "diet", "employment", "family status" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Moods = WordSet.Of(
        """
        bit lot little fan mess fool wreck loss failure disaster loser idiot lover ball rush hurry big huge believer joke genius person one
        witness survivor winner part product result reminder example success case place way thing time fit mix sucker blast
        """);

    public void Read(ClauseReading clause)
    {
        if (clause.IsOfPerson && clause.Verb is { IsPast: true, Mood: Mood.Indicative, IsNegated: false } && OffsetOfBeing(clause) is var being and > 0)
        {
            GaveUp(clause, Values.Bare(clause.ObjectAt(being)));
            return;
        }

        if (!clause.IsOfPerson || clause.Verb.Mood is not Mood.Indicative
            || !(clause.Verb.Lemma is "be" or "become" or "go" or "turn" || (clause.Verb.Lemma is "get" && clause.After(0) is "married" or "engaged" or "divorced")))
        {
            return;
        }

        var changes = clause.Verb.Lemma is not "be";
        if (changes && !(clause.Verb.IsPast || clause.Verb.IsPerfect))
        {
            return;
        }

        var phrase = clause.ObjectAt(0);
        if (phrase.IsEmpty)
        {
            return;
        }

        var tense = !changes && ((clause.Verb.IsPast && !clause.Verb.IsPerfect) || clause.Verb.UsedTo) ? Tense.Ended : Tense.Present;
        var isListed = ReadAdjectives(clause, phrase, tense, changes);
        if (!isListed && !changes && tense is Tense.Present)
        {
            ReadRole(clause, phrase);
        }
    }

    /// <summary>"I gave up being vegan", "I stopped being religious".</summary>
    private static int OffsetOfBeing(ClauseReading clause) => clause.Verb.Lemma switch
    {
        "give" when clause.After(0) is "up" && clause.After(1) is "being" => 2,
        "stop" or "quit" when clause.After(0) is "being" => 1,
        _ => -1,
    };

    private static void GaveUp(ClauseReading clause, Phrase bare)
    {
        if (!bare.IsEmpty && Adjectives.TryGetValue(bare.Lead, out var aspect))
        {
            clause.Add(new AttributeDraft
            {
                Aspect = aspect,
                Value = bare.Written,
                Text = $"{clause.Subject} is no longer {bare.Written}",
                Polarity = Polarity.Negative,
                Exclusive = Exclusive.Contains(aspect),
                Time = TimeUse.Start,
                Confidence = 0.8,
            });
        }
    }

    private static bool ReadAdjectives(ClauseReading clause, Phrase phrase, Tense tense, bool changes)
    {
        var bare = Values.Bare(phrase);
        if (bare.Count > 3 && clause.Verb.Lemma is not "get" && Values.NounIndex(bare) != bare.First)
        {
            return false;
        }

        if (Adjectives.TryGetValue(bare.Lead, out var aspect) && (bare.Count == 1 || Values.NounIndex(bare) == bare.First))
        {
            Add(clause, aspect, bare with { End = bare.First + 1 }, tense, changes ? TimeUse.Start : TimeUse.None);
            return true;
        }

        if (bare.Count == 1 && tense is Tense.Present && !changes && IsNationality(bare))
        {
            Add(clause, "nationality", bare, tense, TimeUse.None);
            return true;
        }

        return false;
    }

    private static bool IsNationality(Phrase word) => word.Sentence.IsNameAt(word.First)
        && (word.Lead.EndsWith("ish", StringComparison.Ordinal) || word.Lead.EndsWith("ian", StringComparison.Ordinal)
            || word.Lead.EndsWith("ese", StringComparison.Ordinal) || word.Lead.EndsWith("can", StringComparison.Ordinal)
            || word.Lead is "dutch" or "french" or "german" or "greek" or "swiss" or "korean" or "thai" or "czech");

    /// <summary>"I'm a night owl", "I'm a single mum", "I'm a student at ...": a noun phrase with an article.</summary>
    private static void ReadRole(ClauseReading clause, Phrase phrase)
    {
        var noun = Values.NounIndex(phrase);
        var head = phrase.Sentence.At(noun);
        var isPerson = head is "person" && noun > phrase.First + 1 && phrase.Sentence.At(noun - 1) is "morning" or "dog" or "cat" or "night" or "people" or "outdoor" or "private";
        if (phrase.Lead is not ("a" or "an") || phrase.Count > 7 || clause.Clause.Subject.Kind is SubjectKind.Group
            || (Moods.Contains(head) && !isPerson) || Moods.Contains(phrase.Sentence.At(phrase.First + 1)) || Nouns.Occupations.Contains(head)
            || !Values.Names(phrase) || phrase.Count < 2)
        {
            return;
        }

        clause.Add(new AttributeDraft
        {
            Aspect = "role",
            Value = phrase.Written,
            Text = $"{clause.Subject} is {(clause.Denies ? "not " : string.Empty)}{ThirdPerson.Turn(phrase)}",
            Polarity = clause.Polarity,
            Confidence = 0.6,
        });
    }

    private static void Add(ClauseReading clause, string aspect, Phrase value, Tense tense, TimeUse time)
    {
        var verb = tense is Tense.Ended ? "used to be" : clause.NoLonger ? "is no longer" : clause.Denies ? "is not" : "is";
        clause.Add(new AttributeDraft
        {
            Aspect = aspect,
            Value = value.Written,
            Text = $"{clause.Subject} {verb} {value.Written}",
            Polarity = tense is Tense.Ended ? Polarity.Positive : clause.Polarity,
            Tense = tense,
            Exclusive = Exclusive.Contains(aspect),
            Time = time,
            Confidence = 0.85,
        });
    }

    private static FrozenDictionary<string, string> Table(params (string Aspect, string Words)[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (aspect, words) in rows)
        {
            foreach (var word in WordSet.Of(words).Order(StringComparer.Ordinal))
            {
                table.TryAdd(word, aspect);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
