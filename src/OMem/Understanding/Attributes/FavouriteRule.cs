using OMem.Understanding.Grammar;

namespace OMem.Understanding.Attributes;

/// <summary>"My favourite colour is green", "My all-time favourite band is Queen".</summary>
internal sealed class FavouriteRule : IAttributeRule
{
    private static readonly string[] Tails = [" these days", " at the moment", " right now", " now", " nowadays", " currently", " lately"];

    public void Read(ClauseReading clause)
    {
        var noun = clause.Clause.Subject.Noun;
        if (clause.Clause.Subject.Kind is not SubjectKind.Thing || clause.Verb.Lemma is not "be" || clause.Verb.Mood is not Mood.Indicative)
        {
            return;
        }

        var at = noun.IndexOf("favourite ", StringComparison.Ordinal);
        if (at < 0 || (at > 0 && !noun.StartsWith("all-time ", StringComparison.Ordinal) && !noun.StartsWith("absolute ", StringComparison.Ordinal)
            && !noun.StartsWith("new ", StringComparison.Ordinal)))
        {
            return;
        }

        var kind = WithoutTime(noun[(at + "favourite ".Length)..]);
        var value = Values.Bare(clause.ObjectAt(0));
        if (!Values.Names(value) || kind is "thing" or "part" or "one" or "memory" or "moment" or "parts")
        {
            return;
        }

        var isPast = clause.Verb.IsPast;
        clause.Add(new AttributeDraft
        {
            Aspect = "favourite " + kind,
            Value = value.Written,
            Text = $"{clause.Speaker}'s favourite {kind} {(isPast ? "was" : "is")} {(clause.Denies ? "not " : string.Empty)}{ThirdPerson.Turn(value)}",
            Polarity = clause.Polarity,
            Tense = isPast ? Tense.Ended : Tense.Present,
            Exclusive = true,
            Confidence = 0.85,
        });
    }

    /// <summary>"colour these days" is the colour.</summary>
    private static string WithoutTime(string kind)
    {
        foreach (var tail in Tails)
        {
            if (kind.EndsWith(tail, StringComparison.Ordinal))
            {
                return kind[..^tail.Length];
            }
        }

        return kind;
    }
}
