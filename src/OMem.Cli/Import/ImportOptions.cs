namespace OMem.Cli.Import;

/// <summary>How an import fills what the input does not say.</summary>
/// <param name="Session">The session of entries that name none.</param>
/// <param name="StartedAt">When the first chat message without a time happened.</param>
/// <param name="Step">Time from one such message to the next.</param>
/// <param name="Conversation">The conversation to take from a file that holds several.</param>
internal sealed record ImportOptions(
    string? Session = null,
    DateTimeOffset? StartedAt = null,
    TimeSpan? Step = null,
    string? Conversation = null)
{
    /// <summary>What the person is called in chats that only know roles; null for the role's own name.</summary>
    public string? Speaker { get; init; }

    /// <summary>The role of entries that name none; null for a person.</summary>
    public SpeakerRole? Role { get; init; }

    /// <summary>The trust of entries that name none; null for what is usual for their role.</summary>
    public SourceTrust? Trust { get; init; }

    /// <summary>The step when none is given.</summary>
    public static readonly TimeSpan DefaultStep = TimeSpan.FromMinutes(1);
}
