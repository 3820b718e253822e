namespace OMem;

/// <summary>The long-term picture of the people in a scope.</summary>
/// <param name="Attributes">What they are like, by subject then newest first.</param>
/// <param name="Facts">What happened to them, newest first.</param>
/// <param name="Clusters">Attributes that belong together.</param>
public sealed record PersonaCard(
    IReadOnlyList<PersonaItem> Attributes,
    IReadOnlyList<PersonaItem> Facts,
    IReadOnlyList<AttributeCluster> Clusters)
{
    /// <summary>Pairs of current attributes that contradict each other and could not be decided: both are kept, each with its evidence, until a later message or a person decides.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];
}

/// <summary>Two current attributes of which one denies what the other affirms.</summary>
/// <param name="Subject">Whom they are about.</param>
/// <param name="Aspect">The aspect.</param>
/// <param name="Affirmed">Id of the attribute that affirms.</param>
/// <param name="Denied">Id of the attribute that denies.</param>
public sealed record Contradiction(string Subject, string? Aspect, string Affirmed, string Denied);

/// <summary>Which part of the persona to read.</summary>
public sealed record PersonaQuery
{
    /// <summary>Only this person; null for everyone.</summary>
    public string? Subject { get; init; }

    /// <summary>Also what was superseded or has ended.</summary>
    public bool IncludeSuperseded { get; init; }

    /// <summary>What was believed at this instant: only what was recorded by then, as it stood then. Null for what is believed now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What was true of the person at this instant, as far as is believed now or at <see cref="AsOf"/>. Null for what holds at present.</summary>
    public DateTimeOffset? ValidAt { get; init; }
}
