using OMem.Embeddings.Models;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings.Tests.Bundled;

/// <summary>The bundled model, loaded once for a class of tests; without a cache, so that every call computes.</summary>
public sealed class BundledModel : IDisposable
{
    internal UnigramTokenizer Tokenizer { get; } = new(BundledEmbeddingModel.ReadVocabulary(), UseLiteModel.MaxTokens);

    public OnnxEmbeddingGenerator Generator { get; } = BundledEmbeddingModel.CreateGenerator(new() { CacheCapacity = 0 });

    public void Dispose() => Generator.Dispose();
}
