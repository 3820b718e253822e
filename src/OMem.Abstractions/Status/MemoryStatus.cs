namespace OMem;

/// <summary>How far the understanding of a scope has come, and what ails it.</summary>
public sealed record MemoryStatus
{
    /// <summary>The log's last position; 0 when it is empty.</summary>
    public required long LogSequence { get; init; }

    /// <summary>Interactions waiting to be understood.</summary>
    public required int Pending { get; init; }

    /// <summary>Interactions given up after the last attempt; still stored and recalled, understood again on rebuild.</summary>
    public required int Parked { get; init; }

    /// <summary>The latest failures, newest first, at most 20.</summary>
    public required IReadOnlyList<OutboxFailure> Failures { get; init; }

    /// <summary>The reader in use, as <c>name@version</c>.</summary>
    public required string Reader { get; init; }

    /// <summary>The readers that current attributes and facts come from, as <c>name@version</c>, in ordinal order. Others than <see cref="Reader"/> call for a rebuild.</summary>
    public IReadOnlyList<string> BuiltBy { get; init; } = [];

    /// <summary>The embedding model in use, or null when recall is lexical only.</summary>
    public required string? EmbeddingModel { get; init; }

    /// <summary>Interactions whose vector is of another model or missing: recalled lexically until re-embedded.</summary>
    public required int StaleVectors { get; init; }

    /// <summary>Attributes and facts that are held back: see <see cref="IMemory.GetQuarantineAsync"/>.</summary>
    public int Held { get; init; }

    /// <summary>What model calls have cost so far, by stage and model; empty when none was made.</summary>
    public IReadOnlyList<StageUsage> Usage { get; init; } = [];

    /// <summary>What the memory does with sensitive data before it stores it.</summary>
    public SensitiveDataPolicy SensitiveData { get; init; } = SensitiveDataPolicy.Default;

    /// <summary>The store.</summary>
    public required StoreDescription Store { get; init; }
}

/// <summary>A failure of understanding, as the outbox remembers it.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="Sequence">Its log position.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextTry">When it is tried next; null when parked.</param>
/// <param name="Error">The last error, without content.</param>
public sealed record OutboxFailure(string InteractionId, long Sequence, int Attempts, DateTimeOffset? NextTry, string Error);

/// <summary>How far a flush or rebuild has come.</summary>
/// <param name="Done">Interactions understood by this call.</param>
/// <param name="Remaining">Interactions still waiting.</param>
public sealed record FlushProgress(long Done, long Remaining)
{
    /// <summary>What model calls of this process have cost in the scope since the call began, by stage and model; empty when none was made.</summary>
    public IReadOnlyList<StageUsage> Usage { get; init; } = [];

    /// <summary>How much of what models read was not taken over since the call began, because it did not hold.</summary>
    public long Dropped { get; init; }

    /// <summary>When the next failed interaction is tried again, while there is nothing else to do; null otherwise.</summary>
    public DateTimeOffset? NextTry { get; init; }
}

/// <summary>How much a scope holds.</summary>
public sealed record MemoryStats
{
    /// <summary>Interactions in the log.</summary>
    public required long Interactions { get; init; }

    /// <summary>Sessions.</summary>
    public required int Sessions { get; init; }

    /// <summary>Speakers, most talkative first.</summary>
    public required IReadOnlyList<SpeakerCount> Speakers { get; init; }

    /// <summary>Attributes held as true now.</summary>
    public required int CurrentAttributes { get; init; }

    /// <summary>Attributes that were superseded or have ended.</summary>
    public required int SupersededAttributes { get; init; }

    /// <summary>Facts.</summary>
    public required int Facts { get; init; }

    /// <summary>Attributes and facts that are held back; they count as no other.</summary>
    public int Held { get; init; }

    /// <summary>Topics.</summary>
    public required int Topics { get; init; }

    /// <summary>Distinct clues (stems) in the log.</summary>
    public required int Clues { get; init; }

    /// <summary>Ledger entries.</summary>
    public required long LedgerEntries { get; init; }

    /// <summary>When the earliest and the latest interaction occurred; null when there is none.</summary>
    public required TimeRange? Span { get; init; }

    /// <summary>Bytes of the scope's hot state beside the vectors.</summary>
    public required long IndexBytes { get; init; }

    /// <summary>Bytes of its vectors in memory.</summary>
    public required long VectorBytes { get; init; }

    /// <summary>Bytes of the whole store on disk; 0 for a store in memory.</summary>
    public required long StoreBytes { get; init; }
}

/// <summary>How often somebody spoke.</summary>
/// <param name="Speaker">Who.</param>
/// <param name="Role">What kind of party.</param>
/// <param name="Interactions">How many interactions.</param>
public sealed record SpeakerCount(string Speaker, SpeakerRole Role, int Interactions);
