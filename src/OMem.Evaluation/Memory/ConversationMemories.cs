using Microsoft.Extensions.AI;
using OMem.Interactions;
using OMem.Recall;
using OMem.Storage;
using OMem.Vectors;

namespace OMem.Evaluation;

/// <summary>Makes and keeps the memories of a set's conversations, so that tuning and evaluation index each once. Not thread-safe.</summary>
internal sealed class ConversationMemories(IEmbeddingGenerator<string, Embedding<float>>? generator, VectorCache? vectors, string modelId)
{
    private readonly Dictionary<string, ConversationMemory> _memories = new(StringComparer.Ordinal);

    private readonly TextEmbedder? _embedder = generator is null ? null : new TextEmbedder(generator);

    /// <summary>Whether there is an embedding model.</summary>
    public bool HasVectors => generator is not null && vectors is not null;

    public async Task<ConversationMemory> GetAsync(EvaluationConversation conversation, CancellationToken cancellationToken)
    {
        if (!_memories.TryGetValue(conversation.Id, out var memory))
        {
            var turns = conversation.Interactions;
            var indexes = await MakeAsync([.. turns.Select(TurnText.ForVector)], i => InteractionAnalyzer.Analyze(turns[i]), cancellationToken).ConfigureAwait(false);
            var understood = await ConversationReading.ReadAsync(turns, IndexAsync, cancellationToken).ConfigureAwait(false);
            var dimensions = indexes.Length > 0 ? indexes[0].Dimensions : 0;
            _memories[conversation.Id] = memory = ConversationMemory.Create(turns, indexes, understood, dimensions > 0 ? modelId : null, dimensions);
        }

        return memory;
    }

    /// <summary>The unit vectors of a question's content words and of the whole, embedded anew each time; null without a model.</summary>
    public async ValueTask<(float[] Content, float[] Whole)?> EmbedAsync(
        ConversationMemory memory, string question, CancellationToken cancellationToken)
    {
        if (generator is null)
        {
            return null;
        }

        var texts = QueryAnalyzer.EmbeddingTexts(memory.View, question);
        var embeddings = await generator.GenerateAsync([texts.Content, texts.Whole], cancellationToken: cancellationToken).ConfigureAwait(false);
        return (UnitVector.Of(embeddings[0].Vector.Span), UnitVector.Of(embeddings[1].Vector.Span));
    }

    /// <summary>The ranking of a conversation's turns for a question, to be disposed.</summary>
    public async ValueTask<Ranking> RankAsync(
        ConversationMemory memory, RecallPipeline pipeline, string question, CancellationToken cancellationToken)
    {
        var query = _embedder is null
            ? null
            : await _embedder.EmbedAsync(QueryAnalyzer.EmbeddingTexts(memory.View, question), cancellationToken).ConfigureAwait(false);
        return pipeline.Rank(memory.View, memory.Derived, new RecallQuery(question), query);
    }

    private Task<IndexData[]> IndexAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        MakeAsync([.. texts.Select(InteractionAnalyzer.Cut)], i => InteractionAnalyzer.Analyze(texts[i]), cancellationToken);

    private async Task<IndexData[]> MakeAsync(IReadOnlyList<string> texts, Func<int, IndexTerms> terms, CancellationToken cancellationToken)
    {
        var made = vectors is null ? null : await vectors.GetAsync(texts, cancellationToken).ConfigureAwait(false);
        return [.. texts.Select((_, i) => made is null
            ? new IndexData(terms(i).Encode(), ReadOnlyMemory<byte>.Empty, ModelId: null, Dimensions: 0)
            : new IndexData(terms(i).Encode(), VectorCodec.Encode(made[i]), modelId, made[i].Length))];
    }
}
