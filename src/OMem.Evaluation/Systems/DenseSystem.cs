using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>Cosine of the whole question and each turn (<c>Speaker: text [caption]</c>) by one embedding model.</summary>
internal sealed class DenseSystem(IEmbeddingGenerator<string, Embedding<float>> generator, VectorCache vectors) : IRetrievalSystem
{
    public const string SystemName = "dense";

    public string Name => SystemName;

    public IReadOnlyDictionary<string, string> Configuration { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["text"] = "Speaker: text [caption]; the whole question",
    };

    public async Task<IRetrievalIndex> IndexAsync(EvaluationConversation conversation, CancellationToken cancellationToken)
    {
        var texts = conversation.Interactions.Select(TurnText.ForVector).ToList();
        return new Index(conversation.Interactions, generator, await vectors.GetAsync(texts, cancellationToken).ConfigureAwait(false));
    }

    private sealed class Index(
        IReadOnlyList<Interaction> turns,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        IReadOnlyList<float[]> vectors) : IRetrievalIndex
    {
        public async ValueTask<IReadOnlyList<RankedUnit>> RankAsync(string question, CancellationToken cancellationToken)
        {
            var embeddings = await generator.GenerateAsync([question], cancellationToken: cancellationToken).ConfigureAwait(false);
            var query = UnitVector.Of(embeddings[0].Vector.Span);
            var scores = new double[vectors.Count];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = TensorPrimitives.Dot<float>(query, vectors[i]);
            }

            return ScoreOrder.Of(turns, scores);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
