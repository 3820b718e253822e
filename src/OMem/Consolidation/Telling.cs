namespace OMem.Consolidation;

/// <summary>The message a candidate was read from, and by whom.</summary>
/// <param name="Sequence">Its log position.</param>
/// <param name="OccurredAt">When it was said.</param>
/// <param name="RecordedAt">When the log took it.</param>
/// <param name="Actor">The reader, as <c>name@version</c>.</param>
internal sealed record Telling(long Sequence, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Actor);
