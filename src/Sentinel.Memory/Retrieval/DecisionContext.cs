namespace Sentinel.Memory;

/// <summary>What a decision is made from. An empty section is null: nothing is said where nothing is known.</summary>
public sealed record DecisionContext
{
    /// <summary>The time everything in it was known by, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Which memories were allowed in.</summary>
    public required MemoryArm Arm { get; init; }

    /// <summary>The question.</summary>
    public required Situation Situation { get; init; }

    /// <summary>S0: the limits and the room left, never dropped; null when no mandate is known.</summary>
    public MandateView? Mandate { get; init; }

    /// <summary>S0: what is held; null when it is unknown.</summary>
    public Portfolio? Portfolio => Situation.Portfolio;

    /// <summary>The trader.</summary>
    public PersonaSection? Persona { get; init; }

    /// <summary>What is going on.</summary>
    public WorkingSection? Working { get; init; }

    /// <summary>What happened in situations like this.</summary>
    public EpisodeRecall? Episodes { get; init; }

    /// <summary>S5: what does not fit together.</summary>
    public IReadOnlyList<ContextConflict> Conflicts { get; init; } = [];

    /// <summary>Ids of everything in it, in the order of the text: what an intent may cite.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>What was found and left out.</summary>
    public IReadOnlyList<DroppedItem> Dropped { get; init; } = [];

    /// <summary>The same as quoted data for a model's user-role message.</summary>
    public string Text { get; init; } = "";

    /// <summary>Estimated tokens of <see cref="Text"/>.</summary>
    public int Tokens { get; init; }
}

/// <summary>Limits and the room left under them.</summary>
/// <param name="Mandate">The limits.</param>
/// <param name="Room">The room left for each limit; empty when the holdings are unknown.</param>
public sealed record MandateView(Mandate Mandate, IReadOnlyList<LimitRoom> Room);

/// <summary>The room left under one limit.</summary>
/// <param name="Limit">The limit's name ("max_daily_loss").</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Used">What is used.</param>
/// <param name="Left">What is left, 0 or more.</param>
public sealed record LimitRoom(string Limit, decimal Allowed, decimal Used, decimal Left);

/// <summary>What is known of the trader. Declared and revealed stand apart.</summary>
/// <param name="Declared">What the trader said.</param>
/// <param name="Revealed">What the trades show; only attributes with enough evidence.</param>
public sealed record PersonaSection(IReadOnlyList<TraderAttribute> Declared, IReadOnlyList<TraderAttribute> Revealed);

/// <summary>One attribute of the trader.</summary>
public sealed record TraderAttribute
{
    /// <summary>Its id, to be cited ("per-rev-turnover-...").</summary>
    public required string Id { get; init; }

    /// <summary>Its name ("median_holding_hours").</summary>
    public required string Name { get; init; }

    /// <summary>One of <c>risk</c>, <c>assets</c>, <c>style</c>, <c>habits</c>, <c>goals</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Whether the trader said it; else trades show it.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Its value when it is a number.</summary>
    public double? Value { get; init; }

    /// <summary>Its value in words or invariant digits.</summary>
    public required string Text { get; init; }

    /// <summary>The unit of the value, or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Observations behind it.</summary>
    public int N { get; init; }

    /// <summary>Observations behind it, weighted by age.</summary>
    public double NEff { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? High { get; init; }

    /// <summary>One of <c>ok</c>, <c>insufficient</c>, <c>stale</c>, <c>contradicted</c>. Only <c>ok</c> and <c>contradicted</c> carry a value.</summary>
    public string Status { get; init; } = "ok";

    /// <summary>The time the numbers cover, in words ("90d half-life").</summary>
    public string Window { get; init; } = "";

    /// <summary>What it rests on: ids of fills or messages.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>From when it was known.</summary>
    public required DateTimeOffset KnownAt { get; init; }
}

/// <summary>Two things that do not fit together.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>declared_revealed</c> or <c>thesis_invalidated</c>.</param>
/// <param name="Text">What, in one sentence with numbers.</param>
/// <param name="Since">Since when.</param>
/// <param name="Evidence">Ids it rests on.</param>
public sealed record ContextConflict(string Id, string Kind, string Text, DateTimeOffset Since, IReadOnlyList<string> Evidence);
