namespace OMem.Understanding;

/// <summary>One reading of a batch.</summary>
/// <param name="Request">What to read.</param>
/// <param name="Known">What was read of it at an earlier attempt; null when it has to be read.</param>
internal sealed record PlannedReading(ReadingRequest Request, ReadOutcome? Known);
