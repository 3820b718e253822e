namespace Sentinel.Memory;

/// <summary>What is going on at the time of a decision: the question to the memory.</summary>
public sealed record Situation
{
    /// <summary>The market, from bars that had closed.</summary>
    public required MarketSnapshot Market { get; init; }

    /// <summary>Market and position in scale-free features: <see cref="MarketSnapshot.State"/> with the position's features filled in.</summary>
    public required StateVector State { get; init; }

    /// <summary>Events that are active, oldest first. What is known later than the time of the question is left out.</summary>
    public IReadOnlyList<MarketEvent> Events { get; init; } = [];

    /// <summary>What is held; null is unknown, which is not the same as nothing.</summary>
    public Portfolio? Portfolio { get; init; }

    /// <summary>Words to search by: a thesis, news. Null searches by event, symbol and state alone.</summary>
    public string? Text { get; init; }

    /// <summary>Which market.</summary>
    public Symbol Symbol => Market.Symbol;

    /// <summary>A situation of a snapshot, its position's features filled in from the portfolio.</summary>
    public static Situation Of(MarketSnapshot market, IReadOnlyList<MarketEvent> events, Portfolio? portfolio, string? text = null) => new()
    {
        Market = market,
        State = PositionFeatures.Fill(market.State, market.Symbol, portfolio),
        Events = events,
        Portfolio = portfolio,
        Text = text,
    };
}
