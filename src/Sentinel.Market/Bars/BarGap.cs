namespace Sentinel.Market;

/// <summary>Bars that are missing between two that are there. Reported, never filled.</summary>
/// <param name="From">The close of the last bar before, UTC: the open of the first missing one.</param>
/// <param name="To">The open of the first bar after, UTC.</param>
/// <param name="Missing">How many bars are missing, 1 or more.</param>
public sealed record BarGap(DateTimeOffset From, DateTimeOffset To, long Missing);
