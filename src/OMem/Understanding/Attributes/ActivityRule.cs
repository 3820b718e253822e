using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Attributes;

/// <summary>What somebody is busy with these days: "I'm reading Dune", "I'm working on a screenplay", "I've been taking piano lessons".</summary>
internal sealed class ActivityRule : IAttributeRule
{
    private static readonly FrozenSet<string> Activities = WordSet.Of(
        "read watch play take write build teach attend volunteer practice practise rehearse paint draw renovate train coach grow knit study design develop run");

    public void Read(ClauseReading clause)
    {
        var verb = clause.Verb;
        if (!clause.IsOfPerson || !verb.IsProgressive || verb.Mood is not Mood.Indicative || (verb.IsPast && !verb.IsPerfect) || clause.Denies || verb.Frequency is not null)
        {
            return;
        }

        var isWork = verb.Lemma is "work" && clause.After(0) is "on";
        var phrase = clause.ObjectAt(isWork ? 1 : 0);
        if ((!isWork && !Activities.Contains(verb.Lemma)) || phrase.IsEmpty || !Values.Names(phrase) || phrase.Count > 7 || phrase.Lead.EndsWith("ly", StringComparison.Ordinal)
            || phrase.Lead is "the" or "some" or "time" or "care" or "part" or "place" or "away" or "out" or "in" or "on" or "for" or "at" or "over" or "to" or "late"
            || (phrase.Lead is "a" && phrase.Head is "break" or "rest" or "trip"))
        {
            return;
        }

        var gerund = clause.Sentence.At(verb.Main);
        var verbs = isWork ? gerund + " on" : gerund;
        clause.Add(new AttributeDraft
        {
            Aspect = "activity",
            Value = $"{verb.Lemma}{(isWork ? " on" : string.Empty)} {Values.Bare(phrase).Written}",
            Text = $"{clause.Subject} is {verbs} {ThirdPerson.Turn(phrase)}",
            Confidence = 0.55,
        });
    }
}
