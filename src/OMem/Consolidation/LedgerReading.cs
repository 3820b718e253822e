using System.Runtime.CompilerServices;
using OMem.Persona;
using OMem.Storage;

namespace OMem.Consolidation;

/// <summary>Reads the ledger as it stood at an instant, or of what was true at one. The store knows neither: its order is that of recording.</summary>
internal sealed class LedgerReading(IMemoryStore store, MemoryScope scope)
{
    public async IAsyncEnumerable<LedgerEntry> ReadAsync(HistoryQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isPlain = query.AsOf is null && query.ValidAt is null;
        var left = query.Limit ?? int.MaxValue;
        var held = query.ValidAt is null ? null : await HeldAsync(query, cancellationToken).ConfigureAwait(false);
        await foreach (var entry in store.ReadLedgerAsync(scope, isPlain ? query : query with { Limit = null }, cancellationToken).ConfigureAwait(false))
        {
            if (isPlain || ((query.AsOf is null || entry.RecordedAt <= query.AsOf) && held?.Contains(entry.ItemId) is not false && left-- > 0))
            {
                yield return entry;
            }
        }
    }

    private async Task<HashSet<string>> HeldAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        var view = new TimeView(query.AsOf, query.ValidAt, IncludeSuperseded: false);
        var memory = await store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false);
        return memory.Items.Select(static stored => stored.Item).Where(item => view.See(item) is not null).Select(static item => item.Id).ToHashSet(StringComparer.Ordinal);
    }
}
