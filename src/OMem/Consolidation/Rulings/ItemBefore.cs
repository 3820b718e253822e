using System.Text.Json.Serialization;

namespace OMem.Consolidation.Rulings;

/// <summary>An item as it was before a change: not there, as a whole, or only what a reader's decision can change, which does not grow with its evidence.</summary>
internal sealed record ItemBefore
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The whole item; null when it was not there, or when only the fields below are kept.</summary>
    [JsonPropertyName("w")]
    public PersonaItem? Whole { get; init; }

    /// <summary>Its changeable fields; null when it was not there.</summary>
    [JsonPropertyName("f")]
    public ItemFields? Fields { get; init; }

    /// <summary>An item that was not there.</summary>
    public static ItemBefore Nothing(string id) => new() { Id = id };

    /// <summary>An item kept as a whole.</summary>
    public static ItemBefore Of(PersonaItem item) => new() { Id = item.Id, Whole = item with { Evidence = [.. item.Evidence] } };

    /// <summary>What a reader's decision changed.</summary>
    public static ItemBefore Of(PersonaItem before, PersonaItem after) => new()
    {
        Id = before.Id,
        Fields = new ItemFields(
            before.ValidFrom, before.ValidTo, before.SupersededAt, before.SupersededBy, before.LastStatedAt, before.Confidence,
            after.Evidence.Count > before.Evidence.Count ? after.Evidence.First(evidence => !before.Evidence.Contains(evidence)).Sequence : null),
    };

    /// <summary>The item as it was, from how it is; null when it was not there.</summary>
    public PersonaItem? Restore(PersonaItem? now) => Fields is not { } was ? Whole : now is null ? null : now with
    {
        ValidFrom = was.ValidFrom,
        ValidTo = was.ValidTo,
        SupersededAt = was.SupersededAt,
        SupersededBy = was.SupersededBy,
        LastStatedAt = was.LastStatedAt,
        Confidence = was.Confidence,
        Evidence = was.Added is { } added ? [.. now.Evidence.Where(evidence => evidence.Sequence != added)] : now.Evidence,
    };
}

/// <summary>The fields of an item that a reader's decision can change.</summary>
/// <param name="ValidFrom">As it was.</param>
/// <param name="ValidTo">As it was.</param>
/// <param name="SupersededAt">As it was.</param>
/// <param name="SupersededBy">As it was.</param>
/// <param name="LastStatedAt">As it was.</param>
/// <param name="Confidence">As it was.</param>
/// <param name="Added">The log position whose evidence was added.</param>
internal sealed record ItemFields(
    [property: JsonPropertyName("a")] DateTimeOffset? ValidFrom,
    [property: JsonPropertyName("b")] DateTimeOffset? ValidTo,
    [property: JsonPropertyName("s")] DateTimeOffset? SupersededAt,
    [property: JsonPropertyName("by")] string? SupersededBy,
    [property: JsonPropertyName("l")] DateTimeOffset? LastStatedAt,
    [property: JsonPropertyName("c")] double Confidence,
    [property: JsonPropertyName("e")] long? Added);
