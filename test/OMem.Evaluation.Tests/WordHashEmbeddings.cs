using Microsoft.Extensions.AI;
using OMem.Text;

namespace OMem.Evaluation.Tests;

/// <summary>A small deterministic embedding model: each stem adds to one of 64 dimensions.</summary>
internal sealed class WordHashEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimensions = 64;

    public int Texts { get; private set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = values.Select(v => new Embedding<float>(Vector(v))).ToList();
        Texts += embeddings.Count;
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(embeddings));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, "word-hash", Dimensions) : null;

    public void Dispose()
    {
    }

    private static float[] Vector(string text)
    {
        var vector = new float[Dimensions];
        foreach (var token in Tokenizer.Tokenize(text))
        {
            uint hash = 2166136261;
            foreach (var letter in PorterStemmer.Stem(token.Text))
            {
                hash = (hash ^ letter) * 16777619;
            }

            vector[hash % Dimensions] += 1;
        }

        return vector;
    }
}
