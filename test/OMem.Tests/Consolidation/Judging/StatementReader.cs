using OMem.Tests.Engine;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>
/// Reads messages that spell out what a reader would make of them, a statement a line: <c>preference: value | sentence</c>, with <c>!</c> before an
/// exclusive aspect, <c>-</c> before a denied one, <c>~</c> before one that has ended, <c>+</c> before one to come; <c>fact: sentence</c> or <c>plan: sentence</c>.
/// </summary>
internal static class StatementReader
{
    public static IInteractionReader Create() => new ScriptedReader(Read);

    private static InteractionUnderstanding Read(StoredInteraction stored)
    {
        var attributes = new List<AttributeCandidate>();
        var facts = new List<FactCandidate>();
        var start = 0;
        foreach (var line in stored.Interaction.Text.Split('\n'))
        {
            var evidence = new Evidence(stored.Sequence, stored.Interaction.Id, start, line.Length);
            start += line.Length + 1;
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && parts[0] is "fact" or "plan")
            {
                facts.Add(Fact(parts, stored, evidence));
            }
            else if (parts.Length == 2)
            {
                attributes.Add(Attribute(parts, stored, evidence));
            }
        }

        return new InteractionUnderstanding(stored.Sequence, [], attributes, facts);
    }

    private static FactCandidate Fact(string[] parts, StoredInteraction stored, Evidence evidence)
    {
        var words = parts[1].Split('|', StringSplitOptions.TrimEntries);
        var day = stored.Interaction.OccurredAt.AddDays(parts[0] == "plan" ? 10 : -1);
        return new FactCandidate
        {
            Subject = stored.Interaction.Speaker,
            Text = words[0],
            When = words.Length > 1 ? new TimeRange(day, day.AddDays(1)) : null,
            Tense = parts[0] == "plan" ? Tense.Future : Tense.Present,
            Confidence = 0.8,
            Evidence = evidence,
        };
    }

    private static AttributeCandidate Attribute(string[] parts, StoredInteraction stored, Evidence evidence)
    {
        var marks = parts[0].TakeWhile(c => !char.IsLetter(c)).ToArray();
        var words = parts[1].Split('|', StringSplitOptions.TrimEntries);
        return new AttributeCandidate
        {
            Subject = stored.Interaction.Speaker,
            Aspect = parts[0][marks.Length..],
            Value = words[0],
            Text = words.Length > 1 ? words[1] : $"{stored.Interaction.Speaker} has {words[0]}",
            Polarity = marks.Contains('-') ? Polarity.Negative : Polarity.Positive,
            Tense = marks.Contains('~') ? Tense.Ended : marks.Contains('+') ? Tense.Future : Tense.Present,
            Exclusive = marks.Contains('!'),
            Confidence = 0.8,
            Evidence = evidence,
        };
    }
}
