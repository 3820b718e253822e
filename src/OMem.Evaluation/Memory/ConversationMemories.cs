using Microsoft.Extensions.AI;
using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>Makes and keeps the memories of a set's conversations, so that tuning and evaluation index each once.</summary>
internal sealed class ConversationMemories(IEmbeddingGenerator<string, Embedding<float>>? generator, VectorCache? vectors, string modelId)
{
    private readonly Dictionary<string, ConversationMemory> _memories = new(StringComparer.Ordinal);

    public async Task<ConversationMemory> GetAsync(EvaluationConversation conversation, CancellationToken cancellationToken)
    {
        if (!_memories.TryGetValue(conversation.Id, out var memory))
        {
            var turnVectors = vectors is null
                ? null
                : await vectors.GetAsync([.. conversation.Interactions.Select(TurnText.ForVector)], cancellationToken).ConfigureAwait(false);
            _memories[conversation.Id] = memory = ConversationMemory.Index(conversation.Interactions, turnVectors, modelId);
        }

        return memory;
    }

    /// <summary>The vectors of a question, embedded anew each time; null without a model.</summary>
    public async ValueTask<QueryVectors?> EmbedAsync(string question, CancellationToken cancellationToken)
    {
        if (generator is null)
        {
            return null;
        }

        var texts = QueryAnalyzer.EmbeddingTexts(question);
        var embeddings = await generator.GenerateAsync([texts.Content, texts.Whole], cancellationToken: cancellationToken).ConfigureAwait(false);
        return QueryVectors.Create(UnitVector.Of(embeddings[0].Vector.Span), UnitVector.Of(embeddings[1].Vector.Span));
    }
}
