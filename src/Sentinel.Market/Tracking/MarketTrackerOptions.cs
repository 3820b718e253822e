namespace Sentinel.Market;

/// <summary>Settings of a <see cref="MarketTracker"/>.</summary>
public sealed record MarketTrackerOptions
{
    /// <summary>How much later than its close a bar arrives; added to every <see cref="MarketEvent.KnownAt"/> and to <see cref="MarketSnapshot.AsOf"/>.</summary>
    public TimeSpan DataDelay { get; init; } = TimeSpan.Zero;
}
