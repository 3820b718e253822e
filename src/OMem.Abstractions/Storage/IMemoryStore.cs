namespace OMem.Storage;

/// <summary>The seam to a database. Correctness lives here: one transaction for what belongs together, a unique id per interaction, a version fence per scope.</summary>
/// <remarks>
/// Thread-safe. Any number of processes may use the same store. A call that fails has changed nothing.
/// Times are given by the caller: a store never asks the clock. Instant and offset both survive; metadata comes back in ordinal order of its keys.
/// Strings are compared ordinally. A string that is not well-formed UTF-16 is refused with <see cref="ArgumentException"/> or kept exactly.
/// Every call may raise <see cref="MemoryStoreException"/>; only <see cref="MemoryStoreFault.Busy"/> is worth a retry.
/// <c>OMem.TestKit</c> holds the conformance suite every implementation has to pass.
/// </remarks>
public interface IMemoryStore : IAsyncDisposable
{
    /// <summary>Creates or migrates the store where needed. Called once before anything else; calling again is harmless.</summary>
    /// <exception cref="MemoryStoreException">It cannot be opened; says why and what to do.</exception>
    Task OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>What and where it is.</summary>
    Task<StoreDescription> DescribeAsync(CancellationToken cancellationToken = default);

    /// <summary>Every scope that holds at least one interaction, ordered by tenant, user, agent (ordinal).</summary>
    Task<IReadOnlyList<MemoryScope>> ListScopesAsync(CancellationToken cancellationToken = default);

    /// <summary>Log position and derived version of a scope; zeros when nothing was stored. Cheap: called on every recall.</summary>
    Task<ScopeHead> GetHeadAsync(MemoryScope scope, CancellationToken cancellationToken = default);

    /// <summary>Appends a batch in one transaction: log rows, index rows and outbox rows. Durable when it returns.</summary>
    /// <returns>For each row of the batch its log position, and whether it was there already. Rows that were there with the same content hash are not written again; an id that stands twice in the batch is stored once.</returns>
    /// <exception cref="IdempotencyConflictException">An id is known with another content hash; nothing was written.</exception>
    Task<AppendResult> AppendAsync(MemoryScope scope, IReadOnlyList<AppendRow> batch, CancellationToken cancellationToken = default);

    /// <summary>Reads log and index rows after a position, in order, up to the log's end as it was at the start of the call.</summary>
    IAsyncEnumerable<LogRow> ReadLogAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default);

    /// <summary>Reads what a search needs of every interaction after a position, in order, up to the log's end as it was at the start of the call. Reads no text: the fast way to open a scope.</summary>
    IAsyncEnumerable<IndexEntry> ReadIndexAsync(MemoryScope scope, long afterSequence, CancellationToken cancellationToken = default);

    /// <summary>Reads the given interactions; unknown positions are left out. Order: by position.</summary>
    Task<IReadOnlyList<StoredInteraction>> GetInteractionsAsync(MemoryScope scope, IReadOnlyCollection<long> sequences, CancellationToken cancellationToken = default);

    /// <summary>Replaces the index rows of interactions that are in the log (after a change of tokenizer or embedding model), in one transaction.</summary>
    /// <exception cref="ArgumentException">A position is not in the log; nothing was written.</exception>
    Task ReplaceIndexAsync(MemoryScope scope, IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken = default);

    /// <summary>Leases the oldest waiting outbox rows of one scope to a worker. While the lease holds nobody else gets rows of that scope.</summary>
    /// <remarks>
    /// A row is due when it was never tried, or its next try is not after <see cref="ClaimRequest.Now"/> or lies beyond <see cref="ClaimRequest.Horizon"/>;
    /// parked rows are never due. A lease has ended at <see cref="ClaimRequest.LeaseUntil"/>, and where that lies beyond the horizon. Its owner may renew it by a claim that names the scope, and gets the oldest
    /// due rows again; a claim that names none gets only scopes without a lease, so one owner may work on several.
    /// </remarks>
    /// <returns>Null when nothing is due.</returns>
    Task<OutboxClaim?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gives a lease back without having finished its rows. Does nothing when the owner no longer holds it.</summary>
    Task ReleaseAsync(MemoryScope scope, string owner, CancellationToken cancellationToken = default);

    /// <summary>Records a failed attempt: next try, or parked when <see cref="OutboxAttempt.NextTry"/> is null. Ends the lease.</summary>
    /// <exception cref="ScopeConflictException">The owner no longer holds the lease; nothing was written.</exception>
    Task FailAsync(MemoryScope scope, string owner, IReadOnlyList<OutboxAttempt> attempts, CancellationToken cancellationToken = default);

    /// <summary>How much is waiting and what failed. A null scope asks for the whole store.</summary>
    Task<OutboxStatus> GetOutboxStatusAsync(MemoryScope? scope, CancellationToken cancellationToken = default);

    /// <summary>Log positions that are not understood yet, parked ones too, ascending.</summary>
    Task<IReadOnlyList<long>> ReadWaitingAsync(MemoryScope scope, CancellationToken cancellationToken = default);

    /// <summary>Writes a whole scope in one transaction: log and index rows, derived memory, ledger and outbox. Durable when it returns; before that nothing of it is seen.</summary>
    /// <returns>Where the scope stands: its log has the rows at their positions, and its derived memory is of version 1.</returns>
    /// <exception cref="ScopeNotEmptyException">The scope holds something, or has; nothing was written.</exception>
    /// <exception cref="ArgumentException">An interaction id stands twice, the positions are not those of a log, or a waiting or forgotten one is not among them; nothing was written.</exception>
    Task<ScopeHead> RestoreAsync(MemoryScope scope, ScopeRestore restore, CancellationToken cancellationToken = default);

    /// <summary>Reads the whole derived memory of a scope with its version, from one consistent view.</summary>
    Task<DerivedMemory> ReadDerivedAsync(MemoryScope scope, CancellationToken cancellationToken = default);

    /// <summary>Commits changes, ledger rows and finished outbox rows in one transaction, fenced by the version and the lease.</summary>
    /// <remarks>The cost follows the changes, not the memory: of a known topic or item only links and evidence that are new are written, when the ones before are the same.</remarks>
    /// <returns>The new derived version.</returns>
    /// <exception cref="ScopeConflictException">The version or the lease has changed hands; nothing was written.</exception>
    Task<long> CommitAsync(MemoryScope scope, DerivedCommit commit, CancellationToken cancellationToken = default);

    /// <summary>Removes derived memory and puts every interaction back into the outbox, parked ones too and with no attempts, with one ledger row; the ledger itself stays. Ends a lease.</summary>
    /// <returns>The new derived version.</returns>
    Task<long> ResetDerivedAsync(MemoryScope scope, LedgerEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Reads the ledger, oldest first.</summary>
    IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(MemoryScope scope, HistoryQuery query, CancellationToken cancellationToken = default);

    /// <summary>Number of ledger rows of a scope.</summary>
    Task<long> CountLedgerAsync(MemoryScope scope, CancellationToken cancellationToken = default);

    /// <summary>Puts parked outbox rows back, due at once and with no attempts. A null scope means the whole store.</summary>
    /// <returns>How many there were.</returns>
    Task<int> RetryParkedAsync(MemoryScope? scope, CancellationToken cancellationToken = default);

    /// <summary>Erases interactions, or a whole scope, in one transaction: rows, index, outbox, what was derived, and what the ledger says of it. Ends a lease.</summary>
    /// <remarks>
    /// Positions that are left keep their numbers; the ones that went are not used again. A scope erased as a whole is as one that never was, but for its <see cref="ScopeHead.Epoch"/>.
    /// Erasing what is not there is no error. When it returns, nothing that was erased can be read from the store's files either, unless the result says otherwise.
    /// </remarks>
    /// <exception cref="ScopeConflictException">The version or the epoch of <see cref="ScopeErase.Commit"/> has changed hands; nothing was erased.</exception>
    Task<ScopeErased> EraseAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken = default);

    /// <summary>Small named texts that belong to a scope, or with a null scope to the store as a whole: policies, marks.</summary>
    /// <returns>By name, in ordinal order.</returns>
    Task<IReadOnlyDictionary<string, string>> ReadPropertiesAsync(MemoryScope? scope, CancellationToken cancellationToken = default);

    /// <summary>Sets one of them; a null value takes it away. It outlives a reset of derived memory, but not an erase of the scope.</summary>
    Task SetPropertyAsync(MemoryScope? scope, string name, string? value, CancellationToken cancellationToken = default);

    /// <summary>Adds to what model calls have cost; rows of the same stage and model are summed. Usage outlives a reset of derived memory.</summary>
    Task AddUsageAsync(MemoryScope scope, IReadOnlyList<StageUsage> usage, CancellationToken cancellationToken = default);

    /// <summary>What model calls have cost in a scope, ordered by stage and model (ordinal).</summary>
    Task<IReadOnlyList<StageUsage>> ReadUsageAsync(MemoryScope scope, CancellationToken cancellationToken = default);
}
