using System.Text.Json;
using System.Text.Json.Serialization;

namespace OMem.Consolidation.Rulings;

/// <summary>What a ledger entry keeps so that it can be undone, and what a person's decision needs to be kept over a rebuild. Written as JSON with short names.</summary>
internal sealed record RevertData
{
    /// <summary>Items as they were before, in the order they were changed.</summary>
    [JsonPropertyName("i")]
    public IReadOnlyList<ItemBefore>? Items { get; init; }

    /// <summary>For a person's decision: the log position it was made at. What was said up to there does not overrule it.</summary>
    [JsonPropertyName("at")]
    public long? At { get; init; }

    /// <summary>For an undo: the ledger positions it undoes.</summary>
    [JsonPropertyName("of")]
    public IReadOnlyList<long>? Targets { get; init; }

    /// <summary>For an undo: statements of the log that it takes back, so that they are not read again.</summary>
    [JsonPropertyName("s")]
    public IReadOnlyList<StatementMark>? Statements { get; init; }

    /// <summary>For an undo: ids of what is held back again. What was said up to then neither releases nor drops it.</summary>
    [JsonPropertyName("hb")]
    public IReadOnlyList<string>? Held { get; init; }

    /// <summary>For a correction, or the confirmation of what was held back: the item that it makes.</summary>
    [JsonPropertyName("y")]
    public PersonaItem? Made { get; init; }

    /// <summary>For a confirmation, correction or retraction: what the item was.</summary>
    [JsonPropertyName("x")]
    public PersonaItem? Ruled { get; init; }

    /// <summary>For a forget: the log positions that it hid.</summary>
    [JsonPropertyName("h")]
    public IReadOnlyList<long>? Hidden { get; init; }

    /// <summary>For an undo of a forget: the log positions that it brought back.</summary>
    [JsonPropertyName("u")]
    public IReadOnlyList<long>? Unhidden { get; init; }

    /// <summary>Those of <see cref="Hidden"/> that were not understood yet.</summary>
    [JsonPropertyName("w")]
    public IReadOnlyList<long>? Waiting { get; init; }

    /// <summary>Topics as they were before, by id.</summary>
    [JsonPropertyName("t")]
    public IReadOnlyList<TopicBefore>? Topics { get; init; }

    /// <summary>Clusters that a model had put into words, as they were before.</summary>
    [JsonPropertyName("k")]
    public IReadOnlyList<AttributeCluster>? Clusters { get; init; }

    /// <summary>Set when what it hid is to be read again instead of put back, because some of it was erased since.</summary>
    [JsonPropertyName("z")]
    public bool? Again { get; init; }

    /// <summary>Set when what undo needs was erased.</summary>
    [JsonPropertyName("g")]
    public bool? Gone { get; init; }

    /// <summary>As it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, RevertJson.Default.RevertData);

    /// <summary>What is stored; null when nothing is.</summary>
    public static RevertData? Read(string? stored) => stored is null ? null : JsonSerializer.Deserialize(stored, RevertJson.Default.RevertData);
}

/// <summary>A statement of the log that was read once: what it was about, and where it stands.</summary>
/// <param name="Kind">Attribute or fact.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Aspect">The aspect, where it has to be the same.</param>
/// <param name="InteractionId">The message.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal sealed record StatementMark(PersonaItemKind Kind, string Subject, string? Aspect, string InteractionId, int Start, int Length);

/// <summary>A topic as it was before a change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">The topic; null when it was not there.</param>
internal sealed record TopicBefore([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("w")] Topic? Topic);

/// <summary>Metadata of <see cref="RevertData"/>.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RevertData))]
internal sealed partial class RevertJson : JsonSerializerContext;
