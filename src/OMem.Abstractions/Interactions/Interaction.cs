namespace OMem;

/// <summary>One message (or event) as it happened. Append-only: the ground truth everything else is derived from.</summary>
public sealed record Interaction
{
    /// <summary>The caller's id and at the same time the idempotency key: the same id with the same content is stored once.</summary>
    public required string Id { get; init; }

    /// <summary>Who spoke, as shown to people ("Alice", "user", "assistant").</summary>
    public required string Speaker { get; init; }

    /// <summary>What kind of party the speaker is.</summary>
    public SpeakerRole Role { get; init; } = SpeakerRole.Person;

    /// <summary>How far what it says about a person may be believed; null for what is usual for its <see cref="Role"/>. What an assistant or a tool says is <see cref="SourceTrust.Low"/> at most.</summary>
    public SourceTrust? Trust { get; init; }

    /// <summary>What was said. Any well-formed Unicode text of 1 to <c>OMemOptions.MaxTextLength</c> UTF-16 units.</summary>
    public required string Text { get; init; }

    /// <summary>When it happened, with the offset of the place it happened in.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The conversation it belongs to; null puts it into the scope's unnamed session.</summary>
    public string? Session { get; init; }

    /// <summary>Further key-value pairs, kept as given. The key <c>caption</c> holds an image description and is indexed with the text.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata;

    internal static readonly IReadOnlyDictionary<string, string> EmptyMetadata =
        new Dictionary<string, string>(StringComparer.Ordinal).AsReadOnly();
}
