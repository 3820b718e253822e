namespace OMem.Storage;

/// <summary>Where a scope stands.</summary>
/// <param name="LogSequence">The last position of the log; 0 when empty.</param>
/// <param name="DerivedVersion">Grows with each commit of derived memory; 0 at first.</param>
public readonly record struct ScopeHead(long LogSequence, long DerivedVersion)
{
    /// <summary>Another number after each erase of the scope, never one that it had before: what was read under an older one is no longer true. That of a scope which holds nothing may change with the erase of another.</summary>
    public long Epoch { get; init; }
}

/// <summary>One interaction to append.</summary>
/// <param name="Interaction">The interaction, already validated.</param>
/// <param name="ContentHash">SHA-256 over its content; decides whether a repeated id is the same message.</param>
/// <param name="RecordedAt">When it is taken.</param>
/// <param name="Index">Its index data.</param>
public sealed record AppendRow(Interaction Interaction, ReadOnlyMemory<byte> ContentHash, DateTimeOffset RecordedAt, IndexData Index);

/// <summary>What a search needs of one interaction, ready made, so that opening a scope needs no tokenizer and no model.</summary>
/// <param name="Terms">The engine's own encoding of stems and marks; opaque to the store.</param>
/// <param name="Vector">The engine's own encoding of the vector; empty when there is none.</param>
/// <param name="ModelId">The model that made the vector; null when there is none.</param>
/// <param name="Dimensions">Its dimensions; 0 when there is none.</param>
public sealed record IndexData(ReadOnlyMemory<byte> Terms, ReadOnlyMemory<byte> Vector, string? ModelId, int Dimensions);

/// <summary>Index data for one log position.</summary>
/// <param name="Sequence">The position.</param>
/// <param name="Index">The data.</param>
public sealed record IndexRow(long Sequence, IndexData Index);

/// <summary>A log row with its index data.</summary>
/// <param name="Stored">The interaction and its place.</param>
/// <param name="Index">Its index data.</param>
public sealed record LogRow(StoredInteraction Stored, IndexData Index);

/// <summary>What a search needs of one interaction: everything but id, text and metadata.</summary>
/// <param name="Sequence">Its log position.</param>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Role">What kind of party the speaker is.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When the log took it.</param>
/// <param name="Session">The conversation it belongs to, or null.</param>
/// <param name="TextLength">Length of its text in UTF-16 units.</param>
/// <param name="Index">Its index data.</param>
public sealed record IndexEntry(
    long Sequence,
    string Speaker,
    SpeakerRole Role,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string? Session,
    int TextLength,
    IndexData Index)
{
    /// <summary>How far it may be believed; null for what is usual for its role.</summary>
    public SourceTrust? Trust { get; init; }
}

/// <summary>What an append did.</summary>
/// <param name="Rows">One for each row of the batch, in order.</param>
/// <param name="LogSequence">The last position of the log after it.</param>
public sealed record AppendResult(IReadOnlyList<AppendedRow> Rows, long LogSequence);

/// <summary>What became of one appended row.</summary>
/// <param name="Sequence">Its log position.</param>
/// <param name="AlreadyStored">Whether it was there already.</param>
public readonly record struct AppendedRow(long Sequence, bool AlreadyStored);

/// <summary>A worker's wish for work.</summary>
/// <param name="Scope">Only this scope; null for the scope whose oldest due row was recorded first.</param>
/// <param name="Owner">Who asks; unique per worker.</param>
/// <param name="MaxRows">At most so many rows.</param>
/// <param name="Now">The present.</param>
/// <param name="LeaseUntil">When the lease ends by itself.</param>
public sealed record ClaimRequest(MemoryScope? Scope, string Owner, int MaxRows, DateTimeOffset Now, DateTimeOffset LeaseUntil)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The latest end of a lease, and the latest next try, that is believed: a day from <see cref="Now"/>, or twice the lease asked for where that is longer. What lies beyond was set by a clock that was ahead, and holds nobody up.</summary>
    public DateTimeOffset Horizon
    {
        get
        {
            var lease = LeaseUntil - Now;
            var ahead = lease > Longest / 2 ? 2 * lease : Longest;
            return DateTimeOffset.MaxValue - Now > ahead ? Now + ahead : DateTimeOffset.MaxValue;
        }
    }
}

/// <summary>Leased work of one scope.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Rows">The rows, in log order.</param>
public sealed record OutboxClaim(MemoryScope Scope, IReadOnlyList<OutboxRow> Rows);

/// <summary>One interaction waiting to be understood.</summary>
/// <param name="Sequence">Its log position.</param>
/// <param name="Attempts">How often it was tried.</param>
public readonly record struct OutboxRow(long Sequence, int Attempts);

/// <summary>A failed attempt.</summary>
/// <param name="Sequence">The log position.</param>
/// <param name="Error">What went wrong, without content.</param>
/// <param name="NextTry">When to try next; null parks it.</param>
public sealed record OutboxAttempt(long Sequence, string Error, DateTimeOffset? NextTry);

/// <summary>State of the outbox.</summary>
/// <param name="Pending">Rows waiting, leased ones and ones not yet due included; parked ones not.</param>
/// <param name="Parked">Rows given up.</param>
/// <param name="OldestPending">When the oldest waiting row was recorded.</param>
/// <param name="Failures">The rows with at least one failed attempt, newest position first, at most 20.</param>
public sealed record OutboxStatus(int Pending, int Parked, DateTimeOffset? OldestPending, IReadOnlyList<OutboxFailure> Failures);

/// <summary>Everything derived from one scope's log.</summary>
/// <param name="Version">The version it has.</param>
/// <param name="Items">Attributes and facts, superseded ones too, ordered by id.</param>
/// <param name="Clusters">Attribute clusters, ordered by id.</param>
/// <param name="Topics">Topics, ordered by id.</param>
public sealed record DerivedMemory(
    long Version,
    IReadOnlyList<StoredItem> Items,
    IReadOnlyList<AttributeCluster> Clusters,
    IReadOnlyList<StoredTopic> Topics)
{
    /// <summary>Log positions that were forgotten: in the log, but seen by nobody. Ascending. A reset of derived memory leaves them alone.</summary>
    public IReadOnlyList<long> Hidden { get; init; } = [];
}

/// <summary>A persona item with its vector.</summary>
/// <param name="Item">The item.</param>
/// <param name="Index">Terms and vector of its text.</param>
public sealed record StoredItem(PersonaItem Item, IndexData Index);

/// <summary>A topic with its vector.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Index">Terms and vector of its label and aliases.</param>
public sealed record StoredTopic(Topic Topic, IndexData Index);

/// <summary>Changes to derived memory that belong together.</summary>
public sealed record DerivedCommit
{
    /// <summary>The version the changes were made against.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The epoch the changes were made in; null where it does not matter, as under a lease, which an erase ends.</summary>
    public long? ExpectedEpoch { get; init; }

    /// <summary>The lease the work was done under; null for a change that is not outbox work.</summary>
    public string? Owner { get; init; }

    /// <summary>Items to insert or replace, by id.</summary>
    public IReadOnlyList<StoredItem> Items { get; init; } = [];

    /// <summary>Ids of items that no longer exist; unknown ones are passed over.</summary>
    public IReadOnlyList<string> RemovedItems { get; init; } = [];

    /// <summary>Ids of topics that no longer exist; unknown ones are passed over.</summary>
    public IReadOnlyList<string> RemovedTopics { get; init; } = [];

    /// <summary>Topics to insert or replace, by id.</summary>
    public IReadOnlyList<StoredTopic> Topics { get; init; } = [];

    /// <summary>Clusters to insert or replace, by id.</summary>
    public IReadOnlyList<AttributeCluster> Clusters { get; init; } = [];

    /// <summary>Ids of clusters that no longer exist.</summary>
    public IReadOnlyList<string> RemovedClusters { get; init; } = [];

    /// <summary>Ledger rows to append; the store numbers them.</summary>
    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>Log positions that are now understood: their outbox rows are removed.</summary>
    public IReadOnlyList<long> Understood { get; init; } = [];

    /// <summary>Log positions to be understood again: back in the outbox, due at once and with no attempts.</summary>
    public IReadOnlyList<long> Requeued { get; init; } = [];

    /// <summary>Log positions that are forgotten from now on.</summary>
    public IReadOnlyList<long> Hidden { get; init; } = [];

    /// <summary>Log positions that are no longer forgotten.</summary>
    public IReadOnlyList<long> Unhidden { get; init; } = [];

    /// <summary>Whether the lease of <see cref="Owner"/> ends with this commit.</summary>
    public bool ReleaseLease { get; init; } = true;
}
