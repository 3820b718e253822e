using OMem.Understanding.Grammar;

namespace OMem.Understanding.Attributes;

/// <summary>Name, age and birthday: "My name is Ana", "Call me Sam", "I'm 34", "I turned 30", "My birthday is on 3 May".</summary>
internal sealed class IdentityRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (clause.Verb.Mood is not Mood.Indicative || clause.Denies)
        {
            return;
        }

        if (clause.Clause.Subject.Kind is SubjectKind.Thing && clause.Verb.Lemma is "be" && !clause.Verb.IsPast)
        {
            ReadOwn(clause);
        }
        else if (clause.Clause.Subject.Kind is SubjectKind.Speaker or SubjectKind.Relative)
        {
            ReadAge(clause);
        }
    }

    private static void ReadOwn(ClauseReading clause)
    {
        var noun = clause.Clause.Subject.Noun;
        var value = clause.ObjectAt(0, keepsTime: true);
        if (noun is "name" or "full name" or "nickname" && clause.Sentence.IsNameAt(clause.Next) && value.Count <= 4)
        {
            clause.Add(new AttributeDraft
            {
                Aspect = noun is "nickname" ? "nickname" : "name",
                Value = value.Written,
                Text = $"{clause.Speaker}'s {noun} is {value.Written}",
                Exclusive = true,
                Confidence = 0.9,
            });
        }
        else if (noun is "birthday" && !value.IsEmpty && HasDigit(value))
        {
            var day = value.Lead is "on" or "the" ? value with { First = value.First + 1 } : value;
            clause.Add(new AttributeDraft
            {
                Aspect = "birthday",
                Value = day.Written,
                Text = $"{clause.Speaker}'s birthday is on {day.Written}",
                Exclusive = true,
                Confidence = 0.9,
            });
        }
    }

    private static void ReadAge(ClauseReading clause)
    {
        var word = clause.After(0);
        var isAge = clause.Verb.Lemma is "be" && !clause.Verb.IsPast && (clause.After(1) is "" || (clause.After(1) is "years" or "year" && clause.After(2) is "old" or ""))
            || (clause.Verb.Lemma is "turn" && clause.Verb.IsPast);
        if (isAge && word.Length is 1 or 2 && int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var age) && age is > 0 and < 100)
        {
            clause.Add(new AttributeDraft
            {
                Aspect = "age",
                Value = word,
                Text = $"{clause.Subject} is {word} years old",
                Exclusive = true,
                Time = clause.Verb.Lemma is "turn" ? TimeUse.Start : TimeUse.None,
                Confidence = 0.85,
            });
        }
    }

    private static bool HasDigit(Phrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (char.IsAsciiDigit(phrase.Sentence.At(i)[0]))
            {
                return true;
            }
        }

        return false;
    }
}
