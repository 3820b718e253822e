namespace OMem;

/// <summary>The memory of one scope. A light handle: make as many as you like.</summary>
/// <remarks>Thread-safe. Every call reads and writes only its own scope.</remarks>
public interface IMemory
{
    /// <summary>Whose memory this is.</summary>
    MemoryScope Scope { get; }

    /// <summary>Appends interactions to the log. When it returns they are durable and a later recall finds them.</summary>
    /// <param name="interactions">In the order they happened. All are stored, or none.</param>
    /// <param name="cancellationToken">Ends the call; nothing is stored unless it had been already.</param>
    /// <exception cref="InvalidInteractionException">An interaction is not valid; names its index and field.</exception>
    /// <exception cref="IdempotencyConflictException">An id is known with other content.</exception>
    /// <exception cref="SensitiveDataException">An interaction holds what the policy of the memory refuses; names its index, field and kinds, never the value.</exception>
    /// <exception cref="MemoryStoreException">The store could not take them; nothing was stored.</exception>
    Task<RememberResult> RememberAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken = default);

    /// <summary>Recalls what the memory knows about a question. Never calls a language model.</summary>
    /// <param name="query">The question, its budget and filters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<RecallResult> RecallAsync(RecallQuery query, CancellationToken cancellationToken = default);

    /// <summary>Answers a question from the memory: one recall and exactly one call of the model configured for answers.</summary>
    /// <param name="query">The question.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ModelException">No model is configured for answers (use <see cref="RecallAsync"/>), or its call failed.</exception>
    Task<AskAnswer> AskAsync(AskQuery query, CancellationToken cancellationToken = default);

    /// <summary>As <see cref="AskAsync"/>, word by word; the last update holds the whole answer.</summary>
    IAsyncEnumerable<AskUpdate> AskStreamingAsync(AskQuery query, CancellationToken cancellationToken = default);

    /// <summary>The long-term picture of the people in this scope.</summary>
    Task<PersonaCard> GetPersonaAsync(PersonaQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>What was concluded from sources that cannot vouch for it and is held back: no part of the persona and of no recall. The latest first.</summary>
    /// <param name="query">Which part; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<QuarantinedItem>> GetQuarantineAsync(QuarantineQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Working memory: what is being talked about.</summary>
    Task<IReadOnlyList<Topic>> GetTopicsAsync(TopicQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Episodic memory: which clues bring back which interactions.</summary>
    Task<IReadOnlyList<Episode>> GetEpisodesAsync(EpisodeQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>The ledger, oldest first.</summary>
    IAsyncEnumerable<LedgerEntry> GetHistoryAsync(HistoryQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>The log itself, in order, after the given position; without what is forgotten.</summary>
    IAsyncEnumerable<StoredInteraction> ReadLogAsync(long afterSequence = 0, CancellationToken cancellationToken = default);

    /// <summary>What is waiting, parked or missing.</summary>
    Task<MemoryStatus> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>How much there is.</summary>
    Task<MemoryStats> GetStatsAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until everything remembered so far is understood or parked; does the work itself where no worker runs.</summary>
    /// <param name="progress">Receives how many interactions are still waiting.</param>
    /// <param name="cancellationToken">Ends the wait; finished work is kept.</param>
    Task FlushAsync(IProgress<FlushProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Says what understanding would cost. Calls no model and changes nothing.</summary>
    /// <param name="interactions">Interactions yet to be remembered, those that are stored already not counted; null for what waits in the outbox.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<UnderstandingEstimate> EstimateAsync(IReadOnlyList<Interaction>? interactions = null, CancellationToken cancellationToken = default);

    /// <summary>Puts parked interactions back into the outbox, with no attempts counted.</summary>
    /// <returns>How many there were.</returns>
    Task<int> RetryParkedAsync(CancellationToken cancellationToken = default);

    /// <summary>Says that an attribute or fact is right: it becomes certain.</summary>
    /// <param name="itemId">Its id.</param>
    /// <param name="note">Who says so, and why.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed unless it was already.</param>
    /// <exception cref="CorrectionException">The id is unknown or no longer current; nothing was changed.</exception>
    /// <exception cref="ScopeConflictException">Others kept changing the memory meanwhile; nothing was changed.</exception>
    Task<CorrectionResult> ConfirmAsync(string itemId, CorrectionNote note, CancellationToken cancellationToken = default);

    /// <summary>Puts what is right in the place of an attribute or fact that was wrong. What was said so far does not bring the old one back; a rebuild keeps the correction.</summary>
    /// <param name="itemId">Its id.</param>
    /// <param name="replacement">What is right.</param>
    /// <param name="note">Who says so, and why.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed unless it was already.</param>
    /// <exception cref="CorrectionException">The id is unknown or no longer current, or the replacement changes nothing; nothing was changed.</exception>
    /// <exception cref="ScopeConflictException">Others kept changing the memory meanwhile; nothing was changed.</exception>
    Task<CorrectionResult> CorrectAsync(string itemId, Replacement replacement, CorrectionNote note, CancellationToken cancellationToken = default);

    /// <summary>Takes an attribute or fact back: it was never true. What it had ended is open again; what was said so far does not bring it back, not even in a rebuild.</summary>
    /// <param name="itemId">Its id.</param>
    /// <param name="note">Who says so, and why.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed unless it was already.</param>
    /// <exception cref="CorrectionException">The id is unknown or no longer current; nothing was changed.</exception>
    /// <exception cref="ScopeConflictException">Others kept changing the memory meanwhile; nothing was changed.</exception>
    Task<CorrectionResult> RetractAsync(string itemId, CorrectionNote note, CancellationToken cancellationToken = default);

    /// <summary>Undoes a ledger entry, or everything since a point, exactly; recorded as a new entry.</summary>
    /// <param name="request">What to undo.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed unless it was already.</param>
    /// <exception cref="CorrectionException">It cannot be undone; says why and names the entries in the way. Nothing was changed.</exception>
    /// <exception cref="ScopeConflictException">Others kept changing the memory meanwhile; nothing was changed.</exception>
    Task<CorrectionResult> UndoAsync(UndoRequest request, CancellationToken cancellationToken = default);

    /// <summary>Does again what was undone.</summary>
    /// <param name="note">Who decides, and why.</param>
    /// <param name="entry">The ledger position of the undo; null for the latest that stands.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed unless it was already.</param>
    /// <exception cref="CorrectionException">It cannot be done; nothing was changed.</exception>
    /// <exception cref="ScopeConflictException">Others kept changing the memory meanwhile; nothing was changed.</exception>
    Task<CorrectionResult> RedoAsync(CorrectionNote note, long? entry = null, CancellationToken cancellationToken = default);

    /// <summary>What this memory does with sensitive data before it stores it: its own policy, or that of <see cref="OMemOptions.SensitiveData"/>.</summary>
    Task<SensitiveDataPolicy> GetSensitiveDataPolicyAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives this memory a policy of its own, kept in the store. It holds for what is remembered from then on, in other processes after a second at most; what is stored stays as it is.</summary>
    /// <param name="policy">The policy; null to go by <see cref="OMemOptions.SensitiveData"/> again.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed unless it was already.</param>
    Task SetSensitiveDataPolicyAsync(SensitiveDataPolicy? policy, CancellationToken cancellationToken = default);

    /// <summary>Shows what a selection would take. Changes nothing.</summary>
    /// <param name="selection">Which interactions.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CorrectionException">The selection selects by nothing, or a field is out of its range.</exception>
    Task<ForgetPreview> PreviewForgetAsync(MemorySelection selection, CancellationToken cancellationToken = default);

    /// <summary>Hides interactions and what was concluded from them alone: no recall, persona, topic, episode, answer or rebuild sees them, until the entry is undone. They stay in the log and in exports.</summary>
    /// <param name="selection">Which interactions.</param>
    /// <param name="note">Who decides, and why.</param>
    /// <param name="fingerprint">The <see cref="ForgetPreview.Fingerprint"/> of what was shown; null to take what is selected now.</param>
    /// <param name="cancellationToken">Ends the call; nothing is changed unless it was already.</param>
    /// <exception cref="CorrectionException">Nothing is selected, or not what was shown; nothing was changed.</exception>
    /// <exception cref="ScopeConflictException">Others kept changing the memory meanwhile; nothing was changed.</exception>
    Task<ForgetResult> ForgetAsync(MemorySelection selection, CorrectionNote note, string? fingerprint = null, CancellationToken cancellationToken = default);

    /// <summary>Removes interactions for good, with everything that came of them: index, vectors, what was concluded, what the ledger says of it, and free pages and logs of the store. Nothing brings them back.</summary>
    /// <remarks>
    /// What rests on other interactions too is taken as well and read again from those, which may call models. Positions of the log keep their numbers.
    /// <see cref="MemorySelection.All"/> erases the whole scope: it can be used again and starts empty. Erasing what is not there is no error.
    /// </remarks>
    /// <param name="selection">Which interactions.</param>
    /// <param name="note">Who decides, and why. Both are kept in the ledger and the receipt, so the reason should hold nothing of what is erased.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call; nothing is erased unless it was already.</param>
    /// <exception cref="CorrectionException">What is selected is not what was shown; nothing was erased.</exception>
    /// <exception cref="ScopeConflictException">Others kept changing the memory meanwhile; nothing was erased.</exception>
    Task<EraseReceipt> EraseAsync(MemorySelection selection, CorrectionNote note, EraseOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The scope's own retention policy; null when it has none, and the engine's holds.</summary>
    Task<RetentionPolicy?> GetRetentionAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives the scope a retention policy of its own; null takes it away.</summary>
    /// <exception cref="CorrectionException">A rule is out of its range; nothing was changed.</exception>
    Task SetRetentionAsync(RetentionPolicy? policy, CancellationToken cancellationToken = default);

    /// <summary>Applies the retention policy in force now.</summary>
    /// <param name="dryRun">Whether only to say what it would take.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<RetentionRun> ApplyRetentionAsync(bool dryRun = false, CancellationToken cancellationToken = default);

    /// <summary>Clears derived memory and reads the log again: the same reader gives the same memory.</summary>
    Task RebuildAsync(IProgress<FlushProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Writes everything the scope holds as JSON Lines, one consistent view: the log, what was derived from it, and the ledger. Names no scope; vectors and costs are left out.</summary>
    /// <param name="output">Where to write. It is neither flushed to disk nor closed.</param>
    /// <param name="cancellationToken">Ends the call; what was written is then no export.</param>
    /// <returns>How much was written.</returns>
    /// <exception cref="ScopeConflictException">Others changed the memory each time it was read; try again.</exception>
    Task<ExportSummary> ExportAsync(Stream output, CancellationToken cancellationToken = default);

    /// <summary>Restores an export into this scope, which has to be empty: an export of it then has the same bytes. All is stored in one transaction, or nothing.</summary>
    /// <param name="input">What <see cref="ExportAsync"/> wrote. It is read to its end and checked before anything is stored; the memory needed grows with it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call; nothing is stored unless it had been already.</param>
    /// <exception cref="InvalidExportException">It is damaged, cut off or of another version; names the line.</exception>
    /// <exception cref="ScopeNotEmptyException">The scope holds something else. When it holds the same, nothing is done and the result says so.</exception>
    Task<RestoreResult> RestoreAsync(Stream input, RestoreOptions? options = null, CancellationToken cancellationToken = default);
}

/// <summary>The engine: hands out the memory of a scope.</summary>
/// <remarks>Thread-safe; one instance for a process and store.</remarks>
public interface IMemoryEngine : IAsyncDisposable
{
    /// <summary>The memory of a scope. Nothing is read or created until it is used.</summary>
    IMemory ForScope(MemoryScope scope);

    /// <summary>Every scope that holds at least one interaction.</summary>
    Task<IReadOnlyList<MemoryScope>> ListScopesAsync(CancellationToken cancellationToken = default);
}
