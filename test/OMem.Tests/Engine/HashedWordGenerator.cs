using Microsoft.Extensions.AI;

namespace OMem.Tests.Engine;

/// <summary>A real but simple embedding generator: each word adds to one of 64 places. Shows what the engine does with vectors, not how good vectors are.</summary>
internal sealed class HashedWordGenerator(string model = "hashed-words", int dimensions = 64) : IEmbeddingGenerator<string, Embedding<float>>
{
    private int _texts;

    /// <summary>How many texts were embedded so far.</summary>
    public int Texts => _texts;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var embeddings = values.Select(Embed).ToList();
        Interlocked.Add(ref _texts, embeddings.Count);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(embeddings));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, model, dimensions) : null;

    public void Dispose()
    {
    }

    private Embedding<float> Embed(string text)
    {
        var vector = new float[dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?', '!', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            vector[word.Aggregate(17, (hash, letter) => ((hash * 31) + letter) & 0x7fffffff) % dimensions] += 1;
        }

        return new Embedding<float>(vector);
    }
}
