namespace OMem;

/// <summary>An interaction with its place in the log.</summary>
/// <param name="Sequence">Position in the scope's log, from 1, without gaps.</param>
/// <param name="Interaction">The interaction as given.</param>
/// <param name="RecordedAt">When the log took it.</param>
public sealed record StoredInteraction(long Sequence, Interaction Interaction, DateTimeOffset RecordedAt);
