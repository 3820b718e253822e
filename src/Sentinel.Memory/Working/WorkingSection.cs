namespace Sentinel.Memory;

/// <summary>What is going on in a market: everything in it holds at the time of reading.</summary>
/// <param name="Regime">Trend and volatility; null when unknown.</param>
/// <param name="Events">Events that are active, oldest first.</param>
/// <param name="Theses">Open theses, oldest first.</param>
/// <param name="PendingOrders">Orders that wait, oldest first.</param>
/// <param name="Notes">Agents' notes that have not ended, oldest first.</param>
public sealed record WorkingSection(
    RegimeNote? Regime,
    IReadOnlyList<MarketEvent> Events,
    IReadOnlyList<OpenThesis> Theses,
    IReadOnlyList<PendingOrder> PendingOrders,
    IReadOnlyList<WorkingNote> Notes)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Regime is null && Events.Count is 0 && Theses.Count is 0 && PendingOrders.Count is 0 && Notes.Count is 0;
}

/// <summary>The regime of a market and since when.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Symbol">Which market.</param>
/// <param name="Regime">Trend and volatility.</param>
/// <param name="Since">Since when.</param>
public sealed record RegimeNote(string Id, Symbol Symbol, MarketRegime Regime, DateTimeOffset Since);

/// <summary>A view that was acted on and still stands.</summary>
public sealed record OpenThesis
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The decision that opened it.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Which market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Long or short.</summary>
    public required IntentDirection Direction { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its time is over.</summary>
    public required DateTimeOffset HorizonEnd { get; init; }

    /// <summary>How sure, 0-1.</summary>
    public double Conviction { get; init; }

    /// <summary>Where it is wrong.</summary>
    public decimal? Stop { get; init; }

    /// <summary>Where it has come true.</summary>
    public decimal? Target { get; init; }

    /// <summary>Why, in a few sentences.</summary>
    public string Rationale { get; init; } = "";

    /// <summary>What would end it, in words.</summary>
    public string Invalidation { get; init; } = "";

    /// <summary>The rules that code watches.</summary>
    public IReadOnlyList<InvalidationRule> Rules { get; init; } = [];

    /// <summary>The rule that was met, and when; null while it stands.</summary>
    public ThesisBreak? Broken { get; init; }
}

/// <summary>An invalidation that was met.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="At">When it was known.</param>
/// <param name="Evidence">The event or the close that met it.</param>
public sealed record ThesisBreak(InvalidationRule Rule, DateTimeOffset At, string Evidence);

/// <summary>An order that waits at the venue.</summary>
/// <param name="Order">The order.</param>
/// <param name="PlacedAt">When it was placed.</param>
public sealed record PendingOrder(OrderRequest Order, DateTimeOffset PlacedAt);

/// <summary>Something an agent wrote down for a while.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">Its words: data, never instructions.</param>
/// <param name="KnownAt">When it was written.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record WorkingNote(string Id, string Topic, string Text, DateTimeOffset KnownAt, DateTimeOffset ExpiresAt);
