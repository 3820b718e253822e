using OMem.Understanding.Prose;

namespace OMem.Understanding.Told;

/// <summary>
/// Reads what assistants, tools, documents and feeds say of the user, by rules, whatever the reader: no model has to be asked about it, and none can be
/// talked into it. Only what names the person, or says "the user", counts; an assistant's "you" too, of what is plainly personal. What the source
/// says of itself is nothing of the user's.
/// </summary>
internal static class ToldReader
{
    /// <summary>Aspects that "you" is believed to tell of: in advice and instructions it is anybody.</summary>
    private static readonly string[] Personal = ["name", "home", "birthday", "age", "job", "employer", "preference", "allergy", "household"];

    /// <summary>The most that is taken of one message.</summary>
    private const int Most = 12;

    /// <summary>Whether a message may tell of a person without being one's own word.</summary>
    public static bool IsToldBy(Interaction interaction) =>
        interaction.Role is SpeakerRole.Assistant or SpeakerRole.Tool or SpeakerRole.Document or SpeakerRole.Feed && interaction.Trust is not SourceTrust.Untrusted;

    /// <summary>What the message tells; nothing for one that is a person's own.</summary>
    /// <param name="scope">Whose memory it is.</param>
    /// <param name="known">The messages around it, in log order.</param>
    /// <param name="index">Its place among them.</param>
    /// <param name="sentences">Its sentences.</param>
    public static (IReadOnlyList<AttributeCandidate> Attributes, IReadOnlyList<FactCandidate> Facts) Read(
        MemoryScope scope, IReadOnlyList<StoredInteraction> known, int index, IReadOnlyList<Sentence> sentences)
    {
        var stored = known[index];
        if (!IsToldBy(stored.Interaction))
        {
            return ([], []);
        }

        var people = ToldPeople.Of(scope, known, index);
        var attributes = new List<AttributeCandidate>();
        var facts = new List<FactCandidate>();
        foreach (var sentence in sentences)
        {
            if (ToldSentence.Of(sentence, people, stored.Interaction.Role is SpeakerRole.Assistant) is not { } told)
            {
                continue;
            }

            var (read, happened) = MessageReading.Read(stored with { Interaction = stored.Interaction with { Speaker = told.Subject } }, [told.Sentence]);
            attributes.AddRange(told.IsAddressed ? read.Where(static attribute => IsPersonal(attribute.Aspect)) : read);
            facts.AddRange(told.IsAddressed ? [] : happened);
        }

        return ([.. attributes.Take(Most)], [.. facts.Take(Most)]);
    }

    private static bool IsPersonal(string aspect) => Personal.Contains(aspect, StringComparer.Ordinal) || aspect.StartsWith("favourite ", StringComparison.Ordinal);
}
