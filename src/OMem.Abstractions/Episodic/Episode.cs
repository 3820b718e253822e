namespace OMem;

/// <summary>The interactions one clue brings back (episodic memory: clue -> interactions).</summary>
/// <param name="Clue">The word, name or date, as stemmed for matching.</param>
/// <param name="Weight">Its inverse document frequency in the scope: rare clues weigh more.</param>
/// <param name="Interactions">Log positions of the interactions that hold it, ascending.</param>
public sealed record Episode(string Clue, double Weight, IReadOnlyList<long> Interactions);

/// <summary>Which episodes to read.</summary>
public sealed record EpisodeQuery
{
    /// <summary>The clues of this text, rarest first; null lists the scope's rarest clues that occur at least twice.</summary>
    public string? Text { get; init; }

    /// <summary>At most so many clues.</summary>
    public int Limit { get; init; } = 50;
}
