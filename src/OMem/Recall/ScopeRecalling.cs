using OMem.Interactions;
using OMem.Storage;
using OMem.Telemetry;

namespace OMem.Recall;

/// <summary>Recalls in one scope as it is now.</summary>
/// <param name="scope">Whose memory.</param>
/// <param name="parts">The engine.</param>
/// <param name="snapshot">Gives the state as of the store's head.</param>
internal sealed class ScopeRecalling(MemoryScope scope, EngineParts parts, Func<CancellationToken, ValueTask<ScopeSnapshot>> snapshot)
{
    public async Task<RecallResult> RecallAsync(RecallQuery query, CancellationToken cancellationToken)
    {
        QueryDoor.Check(query);
        var result = await RecallSeenAsync(query, cancellationToken).ConfigureAwait(false);
        parts.Log.Recalled(scope, result.Items.Count, result.Tokens);
        parts.Log.RecalledSensitive(query.Text, result.Context);
        return result;
    }

    private async Task<RecallResult> RecallSeenAsync(RecallQuery query, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = await snapshot(cancellationToken).ConfigureAwait(false);
            var vectors = await VectorsAsync(seen.View, query.Text, cancellationToken).ConfigureAwait(false);
            try
            {
                return await parts.Recall.RecallAsync(
                    seen.View,
                    seen.Derived,
                    query,
                    vectors,
                    (sequences, token) => parts.Store.GetInteractionsAsync(scope, sequences, token),
                    cancellationToken).ConfigureAwait(false);
            }
            catch (MemoryStoreException)
            {
                // A text may have been erased while it was being recalled: then it never was.
                if (!IsAnother(seen.Head, await parts.Store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false)))
                {
                    throw;
                }
            }
        }
    }

    private static bool IsAnother(ScopeHead before, ScopeHead now) => before.Epoch != now.Epoch || now.LogSequence < before.LogSequence;

    /// <summary>The vectors of a text; null when recall is lexical only.</summary>
    public async ValueTask<QueryVectors?> VectorsAsync(ScopeView view, string text, CancellationToken cancellationToken)
    {
        if (parts.Embedder is null)
        {
            return null;
        }

        var texts = QueryAnalyzer.EmbeddingTexts(view, text);
        return await parts.Embedder.EmbedAsync(texts, cancellationToken).ConfigureAwait(false);
    }
}
