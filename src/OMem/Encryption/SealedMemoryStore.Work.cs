using System.Runtime.CompilerServices;
using OMem.Storage;

namespace OMem.Encryption;

/// <content>How a call is sealed on its way in, and what comes back is opened.</content>
public sealed partial class SealedMemoryStore
{
    private static MemoryScope CheckScope(MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope;
    }

    private static async Task<bool> DoneAsync(Task work)
    {
        await work.ConfigureAwait(false);
        return true;
    }

    private static AppendRow[] Seal(HeldKeys held, IReadOnlyList<AppendRow> batch) => [.. batch.Select(row => SealedInteractions.Seal(held.Keys, row))];

    private static IndexRow Seal(ScopeKeys keys, IndexRow row, StoredInteraction stored) =>
        row with { Index = SealedInteractions.SealIndex(keys, stored.Interaction, stored.RecordedAt, row.Index) };

    private static ScopeRestore Seal(HeldKeys held, ScopeRestore restore) => restore with
    {
        Log = Seal(held, restore.Log),
        Items = [.. restore.Items.Select(item => SealedDerived.Seal(held.Keys, item))],
        Topics = [.. restore.Topics.Select(topic => SealedDerived.Seal(held.Keys, topic))],
        Clusters = [.. restore.Clusters.Select(cluster => SealedDerived.Seal(held.Keys, cluster))],
        Ledger = [.. restore.Ledger.Select(entry => SealedLedger.Seal(held.Keys, entry))],
    };

    private static ScopeErase Seal(HeldKeys held, ScopeErase erase) => erase with
    {
        Commit = erase.Commit is null ? null : SealedDerived.Seal(held.Keys, erase.Commit),
        Ledger = [.. erase.Ledger.Select(entry => SealedLedger.Seal(held.Keys, entry))],
    };

    private MemoryScope Inner(MemoryScope scope) => _data.Store.Inner(CheckScope(scope));

    private ScopeReading Reading(MemoryScope scope) => new(_data, _inner, scope);

    private async Task<T> WriteAsync<T>(
        MemoryScope scope, Func<HeldKeys, MemoryScope, Task<T>> write, CancellationToken cancellationToken, IReadOnlyList<AppendRow>? batch = null)
    {
        var inner = Inner(scope);
        var held = await _data.HoldAsync(scope, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            try
            {
                return await write(held, inner).ConfigureAwait(false);
            }
            catch (OMemException fault) when (SealedFaults.IsNamed(fault))
            {
                throw SealedFaults.Rename(fault, scope, batch ?? []);
            }
        }
    }

    private async Task<ScopeErased> EraseRowsAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken)
    {
        try
        {
            return await _inner.EraseAsync(Inner(scope), erase, cancellationToken).ConfigureAwait(false);
        }
        catch (OMemException fault) when (SealedFaults.IsNamed(fault))
        {
            throw SealedFaults.Rename(fault, scope, []);
        }
    }

    private async IAsyncEnumerable<TRow> StreamAsync<TRow>(
        MemoryScope scope, IAsyncEnumerable<TRow> rows, Func<ScopeKeys, TRow, NamePool, TRow> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = Reading(scope);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return await reading.OpenAsync(row, open, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<OutboxFailure> OpenFailureAsync(OutboxFailure failure, MemoryScope? scope, CancellationToken cancellationToken)
    {
        var named = scope ?? await ScopeOfAsync(failure, cancellationToken).ConfigureAwait(false);
        using var reading = Reading(named);
        return await reading.OpenAsync(failure, static (keys, failure, _) => SealedOutbox.Open(keys, failure), cancellationToken).ConfigureAwait(false);
    }

    private async Task<MemoryScope> ScopeOfAsync(OutboxFailure failure, CancellationToken cancellationToken)
    {
        try
        {
            return await _ring.FindAsync(SealedOutbox.RingNameOf(failure), cancellationToken).ConfigureAwait(false) is { IsDestroyed: false } entry
                ? _data.Store.OpenLabel(entry)
                : throw new SealBrokenException("The error of an interaction");
        }
        catch (SealBrokenException fault)
        {
            throw ScopeReading.Corrupt(fault);
        }
    }

    /// <summary>What a scope of the store is called; null when it was erased meanwhile.</summary>
    private async Task<MemoryScope?> NameAsync(MemoryScope inner, DataKeyEntry? entry, CancellationToken cancellationToken)
    {
        entry ??= await _ring.FindAsync(StoreKeys.RingNameOf(inner), cancellationToken).ConfigureAwait(false);
        if (entry is { IsDestroyed: false })
        {
            try
            {
                return _data.Store.OpenLabel(entry);
            }
            catch (SealBrokenException fault)
            {
                throw new EncryptionException(EncryptionFault.Damaged, $"{fault.What} does not open: the ring '{_ring.Location}' was damaged or changed. Put back a copy of it.", fault);
            }
        }

        return entry is not null || (await _inner.GetHeadAsync(inner, cancellationToken).ConfigureAwait(false)).LogSequence == 0
            ? null
            : throw ScopeReading.KeyMissing(_ring);
    }
}
