using OMem.Storage;
using OMem.Telemetry;

namespace OMem.Interactions;

/// <summary>Makes index rows that are out of date again from the text, with the model in use.</summary>
internal sealed class LogReindexing(EngineParts parts, MemoryScope scope, IndexMaker indexMaker)
{
    /// <summary>Interactions that are indexed again in one go.</summary>
    private const int BatchSize = 256;

    /// <summary>Does so.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        var batch = new List<LogRow>(BatchSize);
        await foreach (var row in parts.Store.ReadLogAsync(scope, 0, cancellationToken).ConfigureAwait(false))
        {
            if (IsOutOfDate(row.Index))
            {
                batch.Add(row);
            }

            if (batch.Count == BatchSize)
            {
                count += await ReplaceAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }

        count += await ReplaceAsync(batch, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            parts.Log.Reindexed(scope, count, parts.ModelId);
        }

        return count;
    }

    /// <summary>An entry as it is, or analysed again when another version of the text rules wrote it; its vector stays.</summary>
    public static async ValueTask<IndexEntry> CurrentAsync(IMemoryStore store, MemoryScope scope, IndexEntry entry, CancellationToken cancellationToken)
    {
        if (IndexTerms.IsCurrent(entry.Index.Terms.Span))
        {
            return entry;
        }

        var stored = await store.GetInteractionsAsync(scope, [entry.Sequence], cancellationToken).ConfigureAwait(false);

        // Erased meanwhile: nothing is found by it, and the next look at the head tells.
        var terms = stored.Count == 0 ? InteractionAnalyzer.Analyze("") : InteractionAnalyzer.Analyze(stored[0].Interaction);
        return entry with { Index = entry.Index with { Terms = terms.Encode() } };
    }

    private bool IsOutOfDate(IndexData index) =>
        !IndexTerms.IsCurrent(index.Terms.Span)
        || (parts.ModelId is { } model && !string.Equals(index.ModelId, model, StringComparison.Ordinal));

    private async Task<int> ReplaceAsync(List<LogRow> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return 0;
        }

        var made = await indexMaker.MakeAsync([.. batch.Select(row => row.Stored.Interaction)], cancellationToken).ConfigureAwait(false);
        await parts.Store.ReplaceIndexAsync(
            scope, [.. batch.Select((row, i) => new IndexRow(row.Stored.Sequence, made[i]))], cancellationToken).ConfigureAwait(false);
        batch.Clear();
        return made.Length;
    }
}
