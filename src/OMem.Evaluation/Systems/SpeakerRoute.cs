using OMem.Text;

namespace OMem.Evaluation;

/// <summary>Whose memory the published method searches: the first speaker if the question has the name, else the other one.</summary>
internal sealed class SpeakerRoute
{
    private readonly HashSet<string> _firstName;

    public SpeakerRoute(IReadOnlyList<Interaction> turns)
    {
        Speakers = [.. turns.Where(t => t.Role is SpeakerRole.Person).Select(t => t.Speaker).Distinct(StringComparer.Ordinal)];
        _firstName = Speakers.Count > 1
            ? Tokenizer.Tokenize(Speakers[0]).Select(t => t.Text).ToHashSet(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The people who speak, in order of appearance.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>The speaker whose memory is searched; null when no person speaks.</summary>
    public string? For(string question) => Speakers.Count switch
    {
        0 => null,
        1 => Speakers[0],
        _ => Tokenizer.Tokenize(question).Exists(t => _firstName.Contains(t.Text)) ? Speakers[0] : Speakers[^1],
    };
}
