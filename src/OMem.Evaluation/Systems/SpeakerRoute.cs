namespace OMem.Evaluation;

/// <summary>Whose memory the published method searches: the first speaker the question names, else the last one.</summary>
internal sealed class SpeakerRoute(IReadOnlyList<Interaction> turns)
{
    /// <summary>The people who speak, in order of appearance.</summary>
    public IReadOnlyList<string> Speakers { get; } =
        [.. turns.Where(t => t.Role is SpeakerRole.Person).Select(t => t.Speaker).Distinct(StringComparer.Ordinal)];

    /// <summary>The speaker whose memory is searched; null when no person speaks.</summary>
    public string? For(string question) => Recall.Paper.SpeakerRoute.Of(Speakers, question);
}
