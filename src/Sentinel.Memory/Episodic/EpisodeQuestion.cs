namespace Sentinel.Memory;

/// <summary>What is asked of episodic memory.</summary>
public sealed record EpisodeQuestion
{
    /// <summary>Nothing known later is seen.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The market asked about.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Market and position in scale-free features; all NaN to leave it out.</summary>
    public required StateVector State { get; init; }

    /// <summary>Active events.</summary>
    public IReadOnlyList<MarketEventRef> Events { get; init; } = [];

    /// <summary>Words to search by, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Ids found by words (episodes or their outcomes), best first: what OMem recalled.</summary>
    public IReadOnlyList<string> FoundByText { get; init; } = [];

    /// <summary>How many episodes are wanted.</summary>
    public int K { get; init; } = 6;

    /// <summary>Only this market.</summary>
    public Symbol? OnlySymbol { get; init; }

    /// <summary>Only with one of these events; empty for all.</summary>
    public IReadOnlyList<string> OnlyEventTypes { get; init; } = [];

    /// <summary>Only in this regime.</summary>
    public MarketRegime? OnlyRegime { get; init; }

    /// <summary>Only known at or after this instant.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only with this exposure: 1, -1 or 0.</summary>
    public int? OnlyExposure { get; init; }
}
