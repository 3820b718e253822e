using OMem.Understanding.Grammar;

namespace OMem.Understanding.Attributes;

/// <summary>Where somebody comes from: "I'm from Sweden", "I grew up in Lagos", "I was born in Quito".</summary>
internal sealed class OriginRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (!clause.IsOfPerson || clause.Denies || clause.Verb.Mood is not Mood.Indicative)
        {
            return;
        }

        var (offset, verb) = clause.Verb.Lemma switch
        {
            "be" when clause.After(0) is "from" && !clause.Verb.IsPast => (1, "is from"),
            "be" when clause.After(0) is "originally" && clause.After(1) is "from" => (2, "is from"),
            "be" when clause.After(0) is "born" && clause.After(1) is "in" => (2, "was born in"),
            "be" when clause.After(0) is "born" && clause.After(1) is "and" && clause.After(2) is "raised" && clause.After(3) is "in" => (4, "was born in"),
            "come" when clause.After(0) is "from" && !clause.Verb.IsPast && !clause.Verb.IsProgressive => (1, "is from"),
            "grow" when clause.After(0) is "up" && clause.After(1) is "in" && clause.Verb.IsPast => (2, "grew up in"),
            _ => (-1, string.Empty),
        };
        if (offset < 0 || PhraseReader.StartsTime(clause.Sentence, clause.Next + offset - 1))
        {
            // "I was born in May" names no place.
            return;
        }

        var place = clause.ObjectAt(offset);
        if (place.IsEmpty || !place.Sentence.IsNameAt(place.Lead is "the" ? place.First + 1 : place.First))
        {
            return;
        }

        clause.Add(new AttributeDraft
        {
            Aspect = verb switch { "was born in" => "birthplace", "grew up in" => "childhood home", _ => "origin" },
            Value = place.Written,
            Text = $"{clause.Subject} {verb} {ThirdPerson.Turn(place)}",
            Exclusive = true,
            Confidence = 0.85,
        });
    }
}
