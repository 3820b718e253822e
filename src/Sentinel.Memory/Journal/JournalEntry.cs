namespace Sentinel.Memory;

/// <summary>One entry of the journal. <see cref="Hash"/> is SHA-256 over <see cref="PrevHash"/>, what stands above the payload, and the payload's hash; the write time is outside.</summary>
public sealed record JournalEntry
{
    /// <summary>The id of its payload, unique in a journal.</summary>
    public required string Id { get; init; }

    /// <summary>Whose journal, as <c>tenant/user/agent</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>Position, from 1, without gaps.</summary>
    public required long Seq { get; init; }

    /// <summary>What it records.</summary>
    public required JournalKind Kind { get; init; }

    /// <summary>From when it was known, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What is recorded.</summary>
    public required IJournalPayload Payload { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string PrevHash { get; init; }

    /// <summary>Its own hash, 64 lower-case hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was physically written; null in replay, and read by no decision.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
}

/// <summary>What an entry records.</summary>
public interface IJournalPayload
{
    /// <summary>A stable id, derived from content: the same run gives the same ids.</summary>
    string Id { get; }

    /// <summary>The kind of entry it makes.</summary>
    JournalKind Kind { get; }
}
