using OMem.Consolidation.Rulings;
using OMem.Interactions;
using OMem.Storage;
using OMem.Telemetry;

namespace OMem.Forgetting;

/// <summary>Erases interactions of a scope, or all of it, and gives the receipt.</summary>
internal sealed class Erasing(EngineParts parts, ScopeState state, CorrectionNote note, bool verify)
{
    public async Task<EraseReceipt> RunAsync(Selected selected, CancellationToken cancellationToken)
    {
        var receipt = selected.IsWhole
            ? await WholeAsync(cancellationToken).ConfigureAwait(false)
            : await state.DecideAsync(note, (desk, token) => SomeAsync(desk, selected, token), cancellationToken).ConfigureAwait(false);

        // Whoever reads here next reads anew; other processes see the epoch.
        await state.DropAsync(CancellationToken.None).ConfigureAwait(false);
        parts.Kept?.DropScope(state.Scope);
        if (receipt.WholeScope)
        {
            parts.Calls.Usage.Drop(state.Scope);
        }

        parts.Log.Erased(state.Scope, receipt.Interactions, receipt.Items, receipt.IsClean);
        return receipt;
    }

    private async Task<EraseReceipt> WholeAsync(CancellationToken cancellationToken)
    {
        var erased = await parts.Store.EraseAsync(state.Scope, new ScopeErase { Verify = verify }, cancellationToken).ConfigureAwait(false);
        return Receipt(erased, readAgain: 0, entry: null, isWhole: true);
    }

    private async Task<EraseReceipt> SomeAsync(RulingDesk desk, Selected selected, CancellationToken cancellationToken)
    {
        var log = await desk.Log.ReadAsync(cancellationToken).ConfigureAwait(false);
        var taken = selected.Positions.Where(sequence => log.Find(sequence) is not null).ToHashSet();
        if (taken.Count == 0)
        {
            // What is erased already may still have to be cleaned out of the files.
            var cleaned = await parts.Store.EraseAsync(state.Scope, new ScopeErase { Sequences = [], Verify = verify }, cancellationToken).ConfigureAwait(false);
            return Receipt(cleaned, readAgain: 0, entry: null, isWhole: false);
        }

        var plan = Cascade.Of(desk.State, desk.Book, log, taken, isErase: true);
        var waiting = await desk.Log.ReadWaitingAsync(cancellationToken).ConfigureAwait(false);
        desk.Record(ForgettingRows.Erase(taken.Count), new RevertData());
        foreach (var (entry, item) in plan.Changed)
        {
            desk.Put(entry, item);
        }

        foreach (var entry in plan.Removed)
        {
            desk.Remove(entry);
        }

        await desk.PutTopicsAsync([.. plan.Topics.Select(static change => (change.Id, change.After))], cancellationToken).ConfigureAwait(false);
        desk.Requeued.UnionWith(plan.ReadAgain.Where(sequence => !waiting.Contains(sequence)));
        var commit = desk.Finish();
        var erased = await parts.Store.EraseAsync(
            state.Scope,
            new ScopeErase
            {
                Sequences = [.. taken.Order()],
                Commit = commit with { Ledger = [.. commit.Ledger.Select(Bare).OfType<LedgerEntry>()] },
                Ledger = new LedgerScrub(desk.State, desk.Book, log, plan).Run(),
                Verify = verify,
            },
            cancellationToken).ConfigureAwait(false);
        return Receipt(erased, plan.ReadAgain.Count, desk.Position, isWhole: false);
    }

    /// <summary>Rows of the erase itself keep nothing of what was there before.</summary>
    private static LedgerEntry? Bare(LedgerEntry row) =>
        row.Operation is LedgerOperation.Erase ? row with { Revert = null }
        : row.After is null ? null
        : row with { Before = null, Revert = null };

    private EraseReceipt Receipt(ScopeErased erased, int readAgain, long? entry, bool isWhole) => EraseReceipts.Seal(new EraseReceipt
    {
        Scope = EraseReceipts.HashOf(state.Scope),
        ErasedAt = parts.Time.GetUtcNow(),
        Actor = note.Actor,
        Reason = note.Reason,
        WholeScope = isWhole,
        Interactions = erased.Interactions,
        Items = erased.Items,
        Topics = erased.Topics,
        Clusters = erased.Clusters,
        LedgerEntries = erased.LedgerEntries,
        ReadAgain = readAgain,
        Entry = entry,
        IsClean = erased.IsClean,
        NotClean = erased.NotClean,
        SearchedBytes = erased.Search?.Bytes,
        SearchedFragments = erased.Search?.Fragments,
        FoundFragments = erased.Search?.Found,
        SearchedSample = erased.Search?.IsSample,
    });
}
