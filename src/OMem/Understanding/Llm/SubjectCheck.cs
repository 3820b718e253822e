using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Llm;

/// <summary>
/// Whom an item may be about: the speaker, somebody the message names, or somebody the messages before it name while it says "she" or
/// "they". Gives the subject as the rest of the memory spells it: "Alice", "Alice's sister", "Alice's sister (Anna)".
/// </summary>
internal static class SubjectCheck
{
    private const int MaxLength = 100;

    private static readonly FrozenSet<string> Speakers = WordSet.Of("i me myself user speaker self");
    private static readonly FrozenSet<string> Pronouns = WordSet.Of("he him his himself she her hers herself they them their theirs themselves");

    /// <summary>The subject, or null when it is nobody the message may tell about.</summary>
    /// <param name="subject">As the model gave it.</param>
    /// <param name="around">The message and the ones before it.</param>
    public static string? Of(string? subject, ReadingNeighbours around)
    {
        var speaker = around.Message.Stored.Interaction.Speaker;
        var name = subject?.Trim() ?? string.Empty;
        if (name.Length == 0 || name.Length > MaxLength || IsSpeaker(name, speaker))
        {
            return name.Length > MaxLength ? null : speaker;
        }

        return Possessive(name, speaker) is { } rest ? Relative(rest, speaker, around) : Named(name, around);
    }

    private static bool IsSpeaker(string name, string speaker)
    {
        if (string.Equals(name, speaker, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var words = Words(name);
        var own = Words(speaker);
        return (words.Count == 1 && Speakers.Contains(words[0]))
            || (words.Count == 2 && words[0] is "the" && Speakers.Contains(words[1]))
            || (words.Count == 1 && own.Count > 1 && string.Equals(words[0], own[0], StringComparison.Ordinal));
    }

    /// <summary>"my sister", "Alice's sister": what stands after the owner.</summary>
    private static string? Possessive(string name, string speaker)
    {
        if (name.StartsWith("my ", StringComparison.OrdinalIgnoreCase))
        {
            return name[3..].Trim();
        }

        return name.Length > speaker.Length + 3 && name.StartsWith(speaker, StringComparison.OrdinalIgnoreCase)
            && name[speaker.Length] is '\'' or '\u2019' && name[speaker.Length + 1] is 's' or 'S' && name[speaker.Length + 2] == ' '
                ? name[(speaker.Length + 3)..].Trim()
                : null;
    }

    private static string? Relative(string rest, string speaker, ReadingNeighbours around)
    {
        var open = rest.IndexOf('(', StringComparison.Ordinal);
        var noun = (open < 0 ? rest : rest[..open]).Trim();
        var name = open < 0 ? string.Empty : rest[(open + 1)..].TrimEnd(')', ' ').Trim();
        if (open < 0 && noun.LastIndexOf(' ') is var space and > 0 && char.IsUpper(noun[space + 1]))
        {
            (noun, name) = (noun[..space], noun[(space + 1)..]);
        }

        if (!IsSaid(noun, around) || (name.Length > 0 && !IsSaid(name, around)))
        {
            return null;
        }

        return name.Length == 0 ? $"{speaker}'s {noun}" : $"{speaker}'s {noun} ({name})";
    }

    private static string? Named(string name, ReadingNeighbours around)
    {
        var words = Words(name);
        if (words.Count is 0 or > 5 || words.Exists(static word => StopWords.IsStopWord(word)) || !IsSaid(name, around))
        {
            return null;
        }

        // A party to the talk is one person, however the model spells the name.
        var party = around.Before.Select(static before => before.Stored.Interaction.Speaker).FirstOrDefault(speaker => string.Equals(speaker, name, StringComparison.OrdinalIgnoreCase));
        return party ?? name;
    }

    private static bool IsSaid(string name, ReadingNeighbours around)
    {
        var words = Words(name);
        if (words.Count == 0)
        {
            return false;
        }

        if (words.TrueForAll(around.Message.Words.Contains))
        {
            return true;
        }

        return around.Message.Words.Overlaps(Pronouns)
            && around.Before.Any(before => before.Stored.Interaction.Role is SpeakerRole.Person && words.TrueForAll(before.Words.Contains));
    }

    private static List<string> Words(string text) => Tokenizer.Tokenize(text).ConvertAll(static token => token.Text);
}
