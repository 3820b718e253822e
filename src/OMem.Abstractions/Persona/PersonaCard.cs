namespace OMem;

/// <summary>The long-term picture of the people in a scope.</summary>
/// <param name="Attributes">What they are like, by subject then newest first.</param>
/// <param name="Facts">What happened to them, newest first.</param>
/// <param name="Clusters">Attributes that belong together.</param>
public sealed record PersonaCard(
    IReadOnlyList<PersonaItem> Attributes,
    IReadOnlyList<PersonaItem> Facts,
    IReadOnlyList<AttributeCluster> Clusters);

/// <summary>Which part of the persona to read.</summary>
public sealed record PersonaQuery
{
    /// <summary>Only this person; null for everyone.</summary>
    public string? Subject { get; init; }

    /// <summary>Also what was superseded or has ended.</summary>
    public bool IncludeSuperseded { get; init; }

    /// <summary>The belief as it was at this instant: only what was recorded by then, valid then.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
