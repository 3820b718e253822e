using OMem.Understanding.Grammar;

namespace OMem.Understanding.Attributes;

/// <summary>What somebody can do or learns: "I speak Spanish", "I can play the piano", "I'm fluent in Dutch", "I'm learning Italian".</summary>
internal sealed class SkillRule : IAttributeRule
{
    public void Read(ClauseReading clause)
    {
        if (!clause.IsOfPerson)
        {
            return;
        }

        switch (clause.Verb.Lemma)
        {
            case "speak" when clause.Verb.Mood is Mood.Indicative or Mood.Ability && !clause.Verb.IsPast && clause.Sentence.IsNameAt(clause.Next):
                foreach (var language in PhraseReader.Items(clause.ObjectAt(0)))
                {
                    Add(clause, language, clause.Denies ? "does not speak" : "speaks", "language");
                }

                break;
            case "be" when clause.After(0) is "fluent" && clause.After(1) is "in" && !clause.Verb.IsPast:
                Add(clause, clause.ObjectAt(2), clause.Denies ? "does not speak" : "speaks", "language");
                break;
            case "play" or "swim" or "cook" or "dance" or "sing" or "drive" or "ski" or "code" or "juggle" when clause.Verb.Mood is Mood.Ability:
                var whole = new Phrase(clause.Sentence, clause.Verb.Main, Math.Max(clause.Next, clause.ObjectAt(0).End));
                Add(clause, whole, clause.Denies ? "cannot" : "can", "skill");
                break;
            case "start" or "begin" when clause.After(0) is "learning" && (clause.Verb.IsPast || clause.Verb.IsPerfect) && !clause.Denies:
                Learns(clause, 1);
                break;
            case "learn" or "study" when clause.Verb.IsProgressive && !clause.Verb.IsPast && clause.Verb.Mood is Mood.Indicative && !clause.Denies:
                Learns(clause, 0);
                break;
        }
    }

    private static void Learns(ClauseReading clause, int offset)
    {
        var word = clause.After(offset);
        var isTo = word is "to" || (word is "how" && clause.After(offset + 1) is "to");
        var phrase = clause.ObjectAt(offset + (word is "how" ? 2 : word is "to" ? 1 : 0));
        if (!phrase.IsEmpty && (isTo || Values.Names(phrase)) && phrase.Lead is not ("a" or "so" or "more" or "from" or "about" or "that"))
        {
            Add(clause, phrase, $"is {(offset > 0 ? "learning" : clause.Sentence.At(clause.Verb.Main))}{(isTo ? " to" : string.Empty)}", "learning");
        }
    }

    private static void Add(ClauseReading clause, Phrase value, string verb, string aspect)
    {
        if (value.IsEmpty || value.Count > 7)
        {
            return;
        }

        clause.Add(new AttributeDraft
        {
            Aspect = aspect,
            Value = value.Written,
            Text = $"{clause.Subject} {verb} {ThirdPerson.Turn(value)}",
            Polarity = clause.Polarity,
            Confidence = 0.75,
        });
    }
}
