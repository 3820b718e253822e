using OMem.Consolidation;
using OMem.Consolidation.Rulings;
using OMem.Recall;
using OMem.Sensitive;
using OMem.Storage;
using OMem.Trust;
using OMem.Telemetry;

namespace OMem.Interactions;

/// <summary>What is hot in memory of one scope: its search index and its derived memory, brought up to the store's head before each use.</summary>
/// <remarks>Thread-safe. Readers take a snapshot and never wait for a writer; correctness lives in the store, this only makes it fast.</remarks>
#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to release, and a dropped scope may still have readers.
internal sealed class ScopeState(MemoryScope scope, EngineParts parts)
#pragma warning restore CA1001
{
    private const long NoEpoch = -1;

    /// <summary>Messages behind what is held back that are read in one go.</summary>
    private const int HeldBatch = 256;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IndexMaker _indexMaker = new(parts.Embedder);
    private volatile ScopeSnapshot? _snapshot;
    private ScopeIndex? _index;
    private DerivedIndex? _derived;
    private DerivedState? _consolidation;
    private HashSet<long> _hidden = [];
    private long _epoch = NoEpoch;
    private long _indexEpoch = NoEpoch;

    public MemoryScope Scope => scope;

    /// <summary>What is done with sensitive data.</summary>
    public ScopePolicy Policy { get; } = new(scope, parts);

    /// <summary>When it was last asked for, as a running number.</summary>
    public long LastUse { get; set; }

    /// <summary>Bytes held in memory.</summary>
    public long Bytes => IndexBytes + VectorBytes;

    /// <summary>Bytes of the search index beside the vectors.</summary>
    public long IndexBytes => _index?.IndexBytes ?? 0;

    /// <summary>Bytes of the vectors.</summary>
    public long VectorBytes => _index?.VectorBytes ?? 0;

    /// <summary>The state as of the store's head, whoever wrote it.</summary>
    public async ValueTask<ScopeSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var head = await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
        if (_snapshot is { } snapshot && snapshot.Head == head)
        {
            return snapshot;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                // Read again inside: what this process appended meanwhile is in the index already.
                head = await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
                snapshot = await RefreshAsync(head, cancellationToken).ConfigureAwait(false);
                if ((await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false)).Epoch == head.Epoch)
                {
                    return snapshot;
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>How many interactions have a missing vector or one of another model.</summary>
    public int StaleVectors => _index?.StaleVectors ?? 0;

    /// <summary>Has what was read consolidated, and commits what <paramref name="finish"/> makes of the changes. One call at a time.</summary>
    /// <param name="read">What was read, in log order.</param>
    /// <param name="summarizeFrom">The log position from which on nothing was summarised; null to do so another time.</param>
    /// <param name="finish">Completes the commit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many ledger rows were written.</returns>
    public async Task<int> ConsolidateAsync(
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> read,
        long? summarizeFrom,
        Func<DerivedCommit, DerivedCommit> finish,
        CancellationToken cancellationToken)
    {
        var state = await TakeAsync(cancellationToken).ConfigureAwait(false);
        if (state.Hidden.Count > 0)
        {
            // Forgotten while it was being read.
            read = [.. read.Where(row => !state.Hidden.Contains(row.Stored.Sequence))];
        }

        var changes = await parts.Consolidation.ConsolidateAsync(scope, state, read, summarizeFrom, _indexMaker.MakeAsync, cancellationToken).ConfigureAwait(false);
        await CommitAsync(state, finish(changes), cancellationToken).ConfigureAwait(false);
        return changes.Ledger.Count;
    }

    /// <summary>Has done what is done once after many batches, and commits it. One call at a time.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (!parts.Consolidation.Settles)
        {
            return;
        }

        var state = await TakeAsync(cancellationToken).ConfigureAwait(false);
        if (await parts.Consolidation.SettleAsync(scope, state, _indexMaker.MakeAsync, cancellationToken).ConfigureAwait(false) is not { } changes)
        {
            _consolidation = state.IsAhead ? null : state;
            return;
        }

        await CommitAsync(state, changes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The derived memory as of the store's head, to be changed.</summary>
    private async Task<DerivedState> TakeAsync(CancellationToken cancellationToken)
    {
        var head = await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
        Note(head.Epoch);

        // Taken out while it runs ahead of the store: after a failure it is read again.
        var state = Interlocked.Exchange(ref _consolidation, null);
        if (state is null || state.Version != head.DerivedVersion || state.Epoch != head.Epoch)
        {
            state = await ReadAsync(cancellationToken).ConfigureAwait(false);
            state.Epoch = head.Epoch;
        }

        return state;
    }

    private async Task<DerivedState> ReadAsync(CancellationToken cancellationToken)
    {
        var memory = await parts.Store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false);
        var rulings = await parts.Store.ReadLedgerAsync(scope, new HistoryQuery { Operations = LedgerBook.OfPeople }, cancellationToken)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        long[] held = [.. memory.Items.Where(static stored => stored.Item is { Held: true, SupersededAt: null }).SelectMany(static stored => stored.Item.Evidence)
            .Select(static evidence => evidence.Sequence).Distinct().Order()];
        var sources = new HeldSources();
        foreach (var chunk in held.Chunk(HeldBatch))
        {
            sources.AddAll(await parts.Store.GetInteractionsAsync(scope, chunk, cancellationToken).ConfigureAwait(false));
        }

        return new DerivedState(memory, new StandingRulings(new LedgerBook(rulings)), sources) { Rules = parts.Sources };
    }

    /// <summary>Log positions that are forgotten, as of the store's head.</summary>
    public async Task<IReadOnlySet<long>> HiddenAsync(CancellationToken cancellationToken)
    {
        var state = await TakeAsync(cancellationToken).ConfigureAwait(false);
        _consolidation = state;
        return state.Hidden;
    }

    /// <summary>Has a person's decision made on the memory as it is, and committed.</summary>
    /// <param name="note">Who decides, and why.</param>
    /// <param name="decide">Makes it; gives the ledger entries it undoes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<CorrectionResult> RuleAsync(CorrectionNote note, Func<RulingDesk, CancellationToken, Task<IReadOnlyList<long>>> decide, CancellationToken cancellationToken) =>
        DecideAsync(
            note,
            async (desk, token) =>
            {
                var entries = await decide(desk, token).ConfigureAwait(false);
                await parts.Store.CommitAsync(scope, desk.Finish(), token).ConfigureAwait(false);
                return desk.Result(entries);
            },
            cancellationToken);

    /// <summary>Has something decided on the memory as it is. When others change it meanwhile, it is decided again on what they left.</summary>
    /// <param name="note">Who decides, and why.</param>
    /// <param name="decide">Decides and commits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> DecideAsync<T>(CorrectionNote note, Func<RulingDesk, CancellationToken, Task<T>> decide, CancellationToken cancellationToken)
    {
        var hold = new RulingHold(parts, scope);
        await using var held = hold.ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            await hold.BeforeAsync(attempt, cancellationToken).ConfigureAwait(false);
            var head = await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
            var state = await ReadAsync(cancellationToken).ConfigureAwait(false);
            var ledger = await parts.Store.ReadLedgerAsync(scope, new HistoryQuery(), cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            var desk = new RulingDesk(state, new LedgerBook(ledger), head, parts.Time.GetUtcNow(), note, _indexMaker.MakeAsync, new LogAccess(parts.Store, scope, state.Hidden));
            try
            {
                var result = await decide(desk, cancellationToken).ConfigureAwait(false);

                // Items may be removed, which hot state cannot follow: it is read again.
                Interlocked.Exchange(ref _consolidation, null);
                return result;
            }
            catch (ScopeConflictException) when (attempt < RulingDesk.MostAttempts)
            {
                // Decided on a memory that is no longer: again.
            }
        }
    }

    /// <summary>Does again, after everything was read anew, what people decided and no later message gave occasion to.</summary>
    public async Task ReplayAsync(CancellationToken cancellationToken)
    {
        var state = await TakeAsync(cancellationToken).ConfigureAwait(false);
        var replay = await RulingReplay.PrepareAsync(state, [], _indexMaker.MakeAsync, cancellationToken).ConfigureAwait(false);
        var changes = new ChangeSet();
        replay.Before(long.MaxValue, changes);
        var commit = changes.ToCommit(state.Version, []);
        if (commit.Ledger.Count > 0)
        {
            await CommitAsync(state, commit, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _consolidation = state;
        }
    }

    private async Task CommitAsync(DerivedState state, DerivedCommit commit, CancellationToken cancellationToken)
    {
        var version = await parts.Store.CommitAsync(scope, commit, cancellationToken).ConfigureAwait(false);
        state.Accept(version);
        _consolidation = state;
        await ApplyAsync(commit, version).ConfigureAwait(false);
    }

    /// <summary>Takes over a commit of this process, so that the next snapshot need not read all of derived memory.</summary>
    private async Task ApplyAsync(DerivedCommit commit, long version)
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        if (_derived is { } derived && derived.View.Version == commit.ExpectedVersion && commit is { RemovedItems.Count: 0, RemovedTopics.Count: 0 })
        {
            derived.Apply(version, commit.Items, commit.Topics);
        }

        _gate.Release();
    }

    /// <summary>Makes every index row that is out of date again from the text, with the model in use.</summary>
    public async Task ReindexAsync(CancellationToken cancellationToken)
    {
        if (await new LogReindexing(parts, scope, _indexMaker).RunAsync(cancellationToken).ConfigureAwait(false) > 0)
        {
            await DropAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets what is hot; the next reader loads it again.</summary>
    public async Task DropAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        Clear();
        Interlocked.Exchange(ref _consolidation, null);
        _gate.Release();
    }

    /// <summary>Indexes the interactions, appends them to the log and makes them searchable, in this order: what is acknowledged is durable and found.</summary>
    public async Task<RememberResult> RememberAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken)
    {
        var indexes = await _indexMaker.MakeAsync(interactions, cancellationToken).ConfigureAwait(false);
        var recordedAt = parts.Time.GetUtcNow();
        var rows = new AppendRow[interactions.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new AppendRow(interactions[i], ContentHash.Of(interactions[i]), recordedAt, indexes[i]);
        }

        var result = await parts.Store.AppendAsync(scope, rows, cancellationToken).ConfigureAwait(false);
        await IndexAsync(rows, result).ConfigureAwait(false);
        var known = result.Rows.Count(row => row.AlreadyStored);
        return new RememberResult(rows.Length - known, known, result.LogSequence);
    }

    private async Task IndexAsync(AppendRow[] rows, AppendResult result)
    {
        if (_index is null)
        {
            // Not hot: the next reader loads everything at once.
            return;
        }

        // The rows are durable: indexing them is not cancelled any more.
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            Index(rows, result);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<ScopeSnapshot> RefreshAsync(ScopeHead head, CancellationToken cancellationToken)
    {
        var dimensions = parts.Embedder is null ? 0 : await parts.Embedder.GetDimensionsAsync(cancellationToken).ConfigureAwait(false);
        Note(head.Epoch);
        if (_indexEpoch != head.Epoch || _index?.LogSequence > head.LogSequence)
        {
            // Something was erased, or the file was replaced: this is another log.
            Clear();
            _indexEpoch = head.Epoch;
        }

        if (_derived is null || _derived.View.Version != head.DerivedVersion)
        {
            var memory = await parts.Store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false);
            if (!_hidden.SetEquals(memory.Hidden))
            {
                _hidden = memory.Hidden.ToHashSet();
                _index = null;
            }

            _derived = new DerivedIndex(memory, parts.ModelId, dimensions);
        }

        _index ??= new ScopeIndex(parts.ModelId, dimensions);
        await foreach (var entry in parts.Store.ReadIndexAsync(scope, _index.LogSequence, cancellationToken).ConfigureAwait(false))
        {
            if (_hidden.Contains(entry.Sequence))
            {
                _index.PassTo(entry.Sequence);
            }
            else
            {
                _index.Append(await LogReindexing.CurrentAsync(parts.Store, scope, entry, cancellationToken).ConfigureAwait(false));
            }
        }

        _index.PassTo(head.LogSequence);
        _index.Publish();
        var snapshot = new ScopeSnapshot(new ScopeHead(_index.LogSequence, _derived.View.Version) { Epoch = head.Epoch }, _index.View, _derived.View);
        _snapshot = snapshot;
        return snapshot;
    }

    /// <summary>Notes which epoch it is. A later one than before means that something was erased: what was kept of it in memory goes.</summary>
    private void Note(long epoch)
    {
        var before = Interlocked.Exchange(ref _epoch, epoch);
        if (before != epoch && before != NoEpoch)
        {
            Interlocked.Exchange(ref _consolidation, null);
            parts.Kept?.DropScope(scope);
        }
    }

    private void Clear()
    {
        _snapshot = null;
        _index = null;
        _derived = null;
        _hidden = [];
    }

    private void Index(AppendRow[] rows, AppendResult result)
    {
        if (_index is not { } index)
        {
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            // Rows of another writer in between: the next snapshot reads them, and the rest, from the store.
            if (result.Rows[i].Sequence == index.LogSequence + 1)
            {
                index.Append(Entry(rows[i], result.Rows[i].Sequence));
            }
        }

        index.Publish();
    }

    private static IndexEntry Entry(AppendRow row, long sequence) => new(
        sequence,
        row.Interaction.Speaker,
        row.Interaction.Role,
        row.Interaction.OccurredAt,
        row.RecordedAt,
        row.Interaction.Session,
        row.Interaction.Text.Length,
        row.Index)
    {
        Trust = row.Interaction.Trust,
    };
}
