namespace Sentinel.Memory;

/// <summary>Episodic memory as a ranking sees it. Everything it gives was known, and its outcome settled, by the time of asking.</summary>
public interface IEpisodeView
{
    /// <summary>Episodes that are alike: nearest in state, latest with a shared clue, found by words; each once, in order of id.</summary>
    /// <param name="question">The question.</param>
    /// <param name="nearest">How many of the nearest in state.</param>
    IReadOnlyList<EpisodeCandidate> Alike(EpisodeQuestion question, int nearest);

    /// <summary>The latest, newest first.</summary>
    IReadOnlyList<EpisodeCandidate> Latest(EpisodeQuestion question, int count);

    /// <summary>Likeness in state of two episodes, 0-1, in the deviations known at the time of asking.</summary>
    Func<EpisodeCandidate, EpisodeCandidate, double> Likeness(EpisodeQuestion question);
}
