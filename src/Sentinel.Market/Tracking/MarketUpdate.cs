namespace Sentinel.Market;

/// <summary>What one bar told.</summary>
/// <param name="Snapshot">The market after the bar.</param>
/// <param name="Events">What the bar made known, in a fixed order; each has <see cref="MarketEvent.KnownAt"/> at the snapshot's time.</param>
/// <param name="IsRepeat">Whether the bar had been told before: then there are no events and nothing changed.</param>
public sealed record MarketUpdate(MarketSnapshot Snapshot, IReadOnlyList<MarketEvent> Events, bool IsRepeat = false);
