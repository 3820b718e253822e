namespace Sentinel;

/// <summary>What the manager wants. Code sizes it, checks it and sends orders: it carries no quantity.</summary>
public sealed record TradeIntent
{
    /// <summary>Which market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Where the position should go.</summary>
    public required IntentDirection Direction { get; init; }

    /// <summary>How sure, 0-1.</summary>
    public double Conviction { get; init; }

    /// <summary>How long the view is meant to hold.</summary>
    public TimeSpan Horizon { get; init; }

    /// <summary>How to enter.</summary>
    public OrderType EntryType { get; init; }

    /// <summary>The limit of a limit entry.</summary>
    public decimal? EntryPrice { get; init; }

    /// <summary>Where the view is wrong and the position closed.</summary>
    public decimal? Stop { get; init; }

    /// <summary>Where the view has come true.</summary>
    public decimal? Target { get; init; }

    /// <summary>The trader's own wish for risk at the stop as a part of equity, where the persona knows it; clamped by the mandate.</summary>
    public decimal? DesiredRisk { get; init; }

    /// <summary>What would end the view before stop or target, in words.</summary>
    public string Invalidation { get; init; } = "";

    /// <summary>The same as rules that code watches.</summary>
    public IReadOnlyList<InvalidationRule> InvalidationRules { get; init; } = [];

    /// <summary>Expected result in units of the risk taken.</summary>
    public double ExpectedR { get; init; }

    /// <summary>Ids of the memories it rests on; each was in the context.</summary>
    public IReadOnlyList<string> CitedMemoryIds { get; init; } = [];

    /// <summary>Why, in a few sentences.</summary>
    public string Rationale { get; init; } = "";
}

/// <summary>Where a position should go.</summary>
public enum IntentDirection
{
    /// <summary>Leave things as they are.</summary>
    Hold = 0,

    /// <summary>Close what is open.</summary>
    Flat = 1,

    /// <summary>Own the asset.</summary>
    Long = 2,

    /// <summary>Owe the asset.</summary>
    Short = 3,
}

/// <summary>One condition that ends a thesis.</summary>
/// <param name="Kind">What is watched.</param>
/// <param name="Price">The price, for the two price kinds.</param>
/// <param name="EventType">The type of event, for <see cref="InvalidationKind.Event"/>.</param>
public sealed record InvalidationRule(InvalidationKind Kind, decimal? Price = null, string? EventType = null);

/// <summary>What an invalidation rule watches.</summary>
public enum InvalidationKind
{
    /// <summary>A close below the price.</summary>
    CloseBelow = 0,

    /// <summary>A close above the price.</summary>
    CloseAbove = 1,

    /// <summary>An event of the type in the same market, against the position.</summary>
    Event = 2,

    /// <summary>The horizon has passed.</summary>
    Time = 3,
}
