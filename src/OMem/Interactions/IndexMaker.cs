using OMem.Storage;
using OMem.Vectors;

namespace OMem.Interactions;

/// <summary>Makes what is indexed of texts: stems and marks, and the vector where there is a model.</summary>
internal sealed class IndexMaker(TextEmbedder? embedder)
{
    /// <summary>One index for each interaction, in order.</summary>
    public Task<IndexData[]> MakeAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken) => MakeAsync(
        interactions.Count,
        i => InteractionAnalyzer.Analyze(interactions[i]),
        i => InteractionAnalyzer.EmbeddingText(interactions[i]),
        cancellationToken);

    /// <summary>One index for each sentence or label that nobody spoke, in order.</summary>
    public Task<IndexData[]> MakeAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) => MakeAsync(
        texts.Count, i => InteractionAnalyzer.Analyze(texts[i]), i => InteractionAnalyzer.Cut(texts[i]), cancellationToken);

    private async Task<IndexData[]> MakeAsync(
        int count, Func<int, IndexTerms> terms, Func<int, string> embeddingText, CancellationToken cancellationToken)
    {
        var vectors = embedder is null
            ? null
            : await embedder.EmbedAsync([.. Enumerable.Range(0, count).Select(embeddingText)], cancellationToken).ConfigureAwait(false);
        var indexes = new IndexData[count];
        for (var i = 0; i < count; i++)
        {
            indexes[i] = vectors is null
                ? new IndexData(terms(i).Encode(), ReadOnlyMemory<byte>.Empty, ModelId: null, Dimensions: 0)
                : new IndexData(terms(i).Encode(), VectorCodec.Encode(vectors[i]), embedder!.ModelId, vectors[i].Length);
        }

        return indexes;
    }
}
