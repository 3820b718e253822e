using OMem.Interactions;
using OMem.Storage;

namespace OMem.Portability;

/// <summary>Restores an export into an empty scope. Index data is made anew, with the model in use here.</summary>
internal sealed class ScopeRestoring(EngineParts parts, MemoryScope scope)
{
    /// <summary>Texts indexed in one go.</summary>
    private const int BatchSize = 256;

    private readonly IndexMaker _indexMaker = new(parts.Embedder);

    /// <summary>Restores it.</summary>
    /// <returns>False when the scope held exactly this already.</returns>
    /// <exception cref="ScopeNotEmptyException">It holds something else.</exception>
    public async Task<bool> RunAsync(ExportContent content, IProgress<RestoreProgress>? progress, CancellationToken cancellationToken)
    {
        if (await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false) is not { LogSequence: 0, DerivedVersion: 0 })
        {
            return await IsThereAsync(content, cancellationToken).ConfigureAwait(false) ? false : throw new ScopeNotEmptyException(scope);
        }

        var restore = await IndexAsync(content, progress, cancellationToken).ConfigureAwait(false);
        try
        {
            await parts.Store.RestoreAsync(scope, restore, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ScopeNotEmptyException)
        {
            // Somebody was faster; perhaps with the same export.
            if (await IsThereAsync(content, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            throw;
        }
    }

    private async Task<bool> IsThereAsync(ExportContent content, CancellationToken cancellationToken)
    {
        var (_, sha256) = await ScopeExport.WriteAsync(parts.Store, scope, Stream.Null, cancellationToken).ConfigureAwait(false);
        return string.Equals(sha256, content.Sha256, StringComparison.Ordinal);
    }

    private async Task<ScopeRestore> IndexAsync(ExportContent content, IProgress<RestoreProgress>? progress, CancellationToken cancellationToken)
    {
        var total = content.Log.Count + content.Items.Count + content.Topics.Count;
        var done = 0;
        return new ScopeRestore
        {
            Log = await EachAsync(
                content.Log,
                (batch, token) => _indexMaker.MakeAsync([.. batch.Select(stored => stored.Interaction)], token),
                static (stored, index) => new AppendRow(stored.Interaction, ContentHash.Of(stored.Interaction), stored.RecordedAt, index)).ConfigureAwait(false),
            Items = await EachAsync(
                content.Items,
                (batch, token) => _indexMaker.MakeAsync([.. batch.Select(item => item.Text)], token),
                static (item, index) => new StoredItem(item, index)).ConfigureAwait(false),
            Topics = await EachAsync(
                content.Topics,
                (batch, token) => _indexMaker.MakeAsync([.. batch.Select(topic => topic.Label)], token),
                static (topic, index) => new StoredTopic(topic, index)).ConfigureAwait(false),
            Positions = [.. content.Log.Select(static stored => stored.Sequence)],
            LogEnd = content.LogEnd,
            Hidden = content.Hidden,
            Clusters = content.Clusters,
            Ledger = content.Ledger,
            Waiting = content.Waiting,
        };

        async Task<List<TOut>> EachAsync<TIn, TOut>(
            IReadOnlyList<TIn> all, Func<IReadOnlyList<TIn>, CancellationToken, Task<IndexData[]>> make, Func<TIn, IndexData, TOut> join)
        {
            var joined = new List<TOut>(all.Count);
            foreach (var batch in all.Chunk(BatchSize))
            {
                cancellationToken.ThrowIfCancellationRequested();
                joined.AddRange(batch.Zip(await make(batch, cancellationToken).ConfigureAwait(false), join));
                progress?.Report(new RestoreProgress(done += batch.Length, total));
            }

            return joined;
        }
    }
}
