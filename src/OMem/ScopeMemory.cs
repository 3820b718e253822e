using System.Runtime.CompilerServices;
using OMem.Asking;
using OMem.Consolidation;
using OMem.Consolidation.Rulings;
using OMem.Episodic;
using OMem.Forgetting;
using OMem.Interactions;
using OMem.Models;
using OMem.Paper;
using OMem.Persona;
using OMem.Portability;
using OMem.Recall;
using OMem.Sensitive;
using OMem.Status;
using OMem.Storage;
using OMem.Telemetry;
using OMem.Trust;
using OMem.Understanding;
using OMem.Understanding.Paper;
using OMem.Working;

namespace OMem;

/// <summary>The memory of one scope: checks what comes in, opens the store on first use, and hands each call to the room it belongs to.</summary>
internal sealed class ScopeMemory(
    MemoryScope scope, EngineParts parts, HotScopes scopes, OutboxWorker worker, OneTimeOpening opening) : IMemory
{
    private readonly InteractionValidator _validator = new(parts.Options);
    private readonly QuarantineReader _quarantine = new(parts.Sources);

    private RulingDoor Rulings => new(parts, scopes.Get(scope), opening);

    private ScopeRecalling Recalling => new(scope, parts, SnapshotAsync);

    private ForgettingDoor Forgetting => new(scope, parts, scopes, worker, opening, Recalling.RecallAsync);

    public MemoryScope Scope => scope;

    public Task<RememberResult> RememberAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken = default) =>
        parts.Telemetry.TraceAsync(
            TelemetryNames.UpsertMemory, scope, queryText: null, () => RememberCoreAsync(interactions, cancellationToken), result => result.Stored);

    public Task<RecallResult> RecallAsync(RecallQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return parts.Telemetry.TraceAsync(
            TelemetryNames.SearchMemory, scope, query.Text, () => Recalling.RecallAsync(query, cancellationToken), result => result.Items.Count);
    }

    public async Task<AskAnswer> AskAsync(AskQuery query, CancellationToken cancellationToken = default)
    {
        CheckAsk(query);
        var recall = await RecallAsync(query.Recall, cancellationToken).ConfigureAwait(false);
        try
        {
            return await parts.Ask.AnswerAsync(scope, query, recall, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await SaveUsageAsync().ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<AskUpdate> AskStreamingAsync(AskQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        CheckAsk(query);
        var recall = await RecallAsync(query.Recall, cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (var update in parts.Ask.StreamAsync(scope, query, recall, cancellationToken).ConfigureAwait(false))
            {
                yield return update;
            }
        }
        finally
        {
            await SaveUsageAsync().ConfigureAwait(false);
        }
    }

    public async Task<PersonaCard> GetPersonaAsync(PersonaQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new PersonaQuery();
        QueryDoor.Check(query);
        var memory = await DerivedAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PersonaItem> items = [.. memory.Items.Select(stored => stored.Item)];
        if (query.AsOf is { } instant)
        {
            var ledger = await parts.Store.ReadLedgerAsync(scope, new HistoryQuery(), cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            items = BelievedThen.WindBack(items, new LedgerBook(ledger), instant);
        }

        return PersonaReader.Read(items, memory.Clusters, query);
    }

    public async Task<IReadOnlyList<QuarantinedItem>> GetQuarantineAsync(QuarantineQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new QuarantineQuery();
        QueryDoor.Check(query);
        var snapshot = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
        return _quarantine.Read(await DerivedAsync(cancellationToken).ConfigureAwait(false), snapshot.View, query);
    }

    public async Task<IReadOnlyList<Topic>> GetTopicsAsync(TopicQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new TopicQuery();
        QueryDoor.CheckLimit(query.Limit);
        var snapshot = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var vectors = query.Near is null ? null : await Recalling.VectorsAsync(snapshot.View, query.Near, cancellationToken).ConfigureAwait(false);
        return TopicReader.Read(snapshot, query, vectors);
    }

    public async Task<IReadOnlyList<Episode>> GetEpisodesAsync(EpisodeQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new EpisodeQuery();
        QueryDoor.CheckLimit(query.Limit);
        var snapshot = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
        return EpisodeReader.Read(snapshot.View, query);
    }

    public async Task<MemoryStats> GetStatsAsync(CancellationToken cancellationToken = default)
    {
        var snapshot = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
        return await StatsReader.ReadAsync(parts.Store, scopes.Get(scope), snapshot, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<LedgerEntry> GetHistoryAsync(
        HistoryQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        query ??= new HistoryQuery();
        QueryDoor.Check(query);
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var entry in new LedgerReading(parts.Store, scope).ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    public async IAsyncEnumerable<StoredInteraction> ReadLogAsync(
        long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var hidden = (await DerivedAsync(cancellationToken).ConfigureAwait(false)).Hidden.ToHashSet();
        await foreach (var row in parts.Store.ReadLogAsync(scope, afterSequence, cancellationToken).ConfigureAwait(false))
        {
            if (!hidden.Contains(row.Stored.Sequence))
            {
                yield return row.Stored;
            }
        }
    }

    public async Task<MemoryStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var snapshot = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var outbox = await parts.Store.GetOutboxStatusAsync(scope, cancellationToken).ConfigureAwait(false);
        return new MemoryStatus
        {
            LogSequence = snapshot.Head.LogSequence,
            Pending = outbox.Pending,
            Parked = outbox.Parked,
            Failures = outbox.Failures,
            Reader = parts.Reader.Identity.ToString(),
            BuiltBy = [.. snapshot.Derived.Items.Values().Select(static stored => stored.Item)
                .Where(static item => item.SupersededAt is null).Select(static item => item.Reader).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Held = snapshot.Derived.Held,
            EmbeddingModel = parts.ModelId,
            StaleVectors = scopes.Get(scope).StaleVectors,
            SensitiveData = await scopes.Get(scope).Policy.GetAsync(cancellationToken).ConfigureAwait(false),
            Usage = await parts.Store.ReadUsageAsync(scope, cancellationToken).ConfigureAwait(false),
            Store = await parts.Store.DescribeAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    public async Task FlushAsync(IProgress<FlushProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var snapshot = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var state = scopes.Get(scope);
        if (snapshot.Head.LogSequence > 0 && state.StaleVectors > 0)
        {
            await state.ReindexAsync(cancellationToken).ConfigureAwait(false);
        }

        await worker.FlushAsync(scope, progress, cancellationToken).ConfigureAwait(false);
        await SettleAsync(state, cancellationToken).ConfigureAwait(false);
    }

    public async Task<UnderstandingEstimate> EstimateAsync(IReadOnlyList<Interaction>? interactions = null, CancellationToken cancellationToken = default)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var estimate = new CostEstimate(parts, scope);
        if (interactions is null)
        {
            return await estimate.OfOutboxAsync(cancellationToken).ConfigureAwait(false);
        }

        _validator.CheckEach(interactions);
        var taken = await new Intake(_validator, scopes.Get(scope)).TakeAsync(interactions, cancellationToken).ConfigureAwait(false);
        return await estimate.OfAsync(taken, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> RetryParkedAsync(CancellationToken cancellationToken = default)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var count = await parts.Store.RetryParkedAsync(scope, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            worker.Wake();
        }

        return count;
    }

    public Task<CorrectionResult> ConfirmAsync(string itemId, CorrectionNote note, CancellationToken cancellationToken = default) =>
        Rulings.ConfirmAsync(itemId, note, cancellationToken);

    public Task<CorrectionResult> CorrectAsync(string itemId, Replacement replacement, CorrectionNote note, CancellationToken cancellationToken = default) =>
        Rulings.CorrectAsync(itemId, replacement, note, cancellationToken);

    public Task<CorrectionResult> RetractAsync(string itemId, CorrectionNote note, CancellationToken cancellationToken = default) =>
        Rulings.RetractAsync(itemId, note, cancellationToken);

    public Task<CorrectionResult> UndoAsync(UndoRequest request, CancellationToken cancellationToken = default) => Rulings.UndoAsync(request, cancellationToken);

    public Task<CorrectionResult> RedoAsync(CorrectionNote note, long? entry = null, CancellationToken cancellationToken = default) =>
        Rulings.RedoAsync(note, entry, cancellationToken);

    public Task<ForgetPreview> PreviewForgetAsync(MemorySelection selection, CancellationToken cancellationToken = default) =>
        Forgetting.PreviewAsync(selection, cancellationToken);

    public Task<ForgetResult> ForgetAsync(MemorySelection selection, CorrectionNote note, string? fingerprint = null, CancellationToken cancellationToken = default) =>
        Forgetting.ForgetAsync(selection, note, fingerprint, cancellationToken);

    public Task<EraseReceipt> EraseAsync(MemorySelection selection, CorrectionNote note, EraseOptions? options = null, CancellationToken cancellationToken = default) =>
        Forgetting.EraseAsync(selection, note, options ?? new EraseOptions(), cancellationToken);

    public Task<RetentionPolicy?> GetRetentionAsync(CancellationToken cancellationToken = default) => Forgetting.GetRetentionAsync(cancellationToken);

    public Task SetRetentionAsync(RetentionPolicy? policy, CancellationToken cancellationToken = default) => Forgetting.SetRetentionAsync(policy, cancellationToken);

    public Task<RetentionRun> ApplyRetentionAsync(bool dryRun = false, CancellationToken cancellationToken = default) =>
        Forgetting.ApplyRetentionAsync(dryRun, cancellationToken);

    public async Task<SensitiveDataPolicy> GetSensitiveDataPolicyAsync(CancellationToken cancellationToken = default)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await scopes.Get(scope).Policy.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task SetSensitiveDataPolicyAsync(SensitiveDataPolicy? policy, CancellationToken cancellationToken = default)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await scopes.Get(scope).Policy.SetAsync(policy, cancellationToken).ConfigureAwait(false);
    }

    public async Task RebuildAsync(IProgress<FlushProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        if (parts.Reader is PaperInteractionReader)
        {
            // Before anything is cleared.
            PaperMethod.CheckModel(parts.Calls);
        }

        var state = scopes.Get(scope);
        await state.ReindexAsync(cancellationToken).ConfigureAwait(false);
        await parts.Store.ResetDerivedAsync(scope, RebuildEntry(), cancellationToken).ConfigureAwait(false);
        await state.DropAsync(cancellationToken).ConfigureAwait(false);
        await worker.FlushAsync(scope, progress, cancellationToken).ConfigureAwait(false);
        if (parts.Options.Method is not MemoryMethod.Paper)
        {
            await state.ReplayAsync(cancellationToken).ConfigureAwait(false);
        }

        await SettleAsync(state, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ExportSummary> ExportAsync(Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return (await ScopeExport.WriteAsync(parts.Store, scope, output, cancellationToken).ConfigureAwait(false)).Summary;
    }

    public async Task<RestoreResult> RestoreAsync(Stream input, RestoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var content = await ExportReader.ReadAsync(input, _validator, cancellationToken).ConfigureAwait(false);
        if (options?.DryRun == true)
        {
            return new RestoreResult(content.Summary, AlreadyThere: false);
        }

        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var done = await new ScopeRestoring(parts, scope).RunAsync(content, options?.Progress, cancellationToken).ConfigureAwait(false);
        if (done)
        {
            await scopes.Get(scope).DropAsync(CancellationToken.None).ConfigureAwait(false);
            worker.Wake();
        }

        return new RestoreResult(content.Summary, AlreadyThere: !done);
    }

    /// <summary>Does what is done once when nothing waits. If others change the memory meanwhile, theirs is the next turn.</summary>
    private async Task SettleAsync(ScopeState state, CancellationToken cancellationToken)
    {
        try
        {
            await state.SettleAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ScopeConflictException)
        {
            // Whoever changed it settles it.
        }
        finally
        {
            await SaveUsageAsync().ConfigureAwait(false);
        }
    }

    private void CheckAsk(AskQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        AskDoor.Check(query);
        if (!parts.Calls.Has(ModelStage.Answer))
        {
            throw new ModelException(ModelFault.NotConfigured, "No language model is configured for answers. Recall works without one.");
        }
    }

    /// <summary>Costs are kept even when the call was given up: they have been spent.</summary>
    private Task SaveUsageAsync() => UsageSaving.SaveAsync(parts, scope);

    private LedgerEntry RebuildEntry() => new()
    {
        RecordedAt = parts.Time.GetUtcNow(),
        Actor = parts.Reader.Identity.ToString(),
        Operation = LedgerOperation.Rebuild,
        ItemId = scope.ToString(),
        ItemKind = "scope",
        Reason = "derived memory was cleared to be read again from the log",
    };

    private async Task<RememberResult> RememberCoreAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken)
    {
        _validator.Check(interactions);
        cancellationToken.ThrowIfCancellationRequested();
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var result = await new Intake(_validator, scopes.Get(scope)).RememberAsync(interactions, cancellationToken).ConfigureAwait(false);
        parts.Log.Remembered(scope, result.Stored, result.AlreadyStored);
        if (result.Stored > 0)
        {
            worker.Wake();
        }

        return result;
    }

    private async ValueTask<ScopeSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var snapshot = await scopes.Get(scope).SnapshotAsync(cancellationToken).ConfigureAwait(false);
        scopes.Trim();
        return snapshot;
    }

    private async Task<DerivedMemory> DerivedAsync(CancellationToken cancellationToken)
    {
        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await parts.Store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false);
    }
}
