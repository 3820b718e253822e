using OMem.Embeddings.Models;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings.Tests.Bundled;

/// <summary>
/// The bundled model, loaded once for a class of tests; without a cache, so that every call computes. A build without the
/// model skips the tests that ask for it.
/// </summary>
public sealed class BundledModel : IDisposable
{
    private readonly Lazy<OnnxEmbeddingGenerator> _generator = new(() => BundledEmbeddingModel.CreateGenerator(new() { CacheCapacity = 0 }));
    private readonly Lazy<UnigramTokenizer> _tokenizer = new(() => new(BundledEmbeddingModel.ReadVocabulary(), UseLiteModel.MaxTokens));

    internal UnigramTokenizer Tokenizer => WithModel(_tokenizer);

    public OnnxEmbeddingGenerator Generator => WithModel(_generator);

    public void Dispose()
    {
        if (_generator.IsValueCreated)
        {
            _generator.Value.Dispose();
        }
    }

    private static T WithModel<T>(Lazy<T> value)
    {
        Assert.SkipUnless(BundledEmbeddingModel.IsAvailable, "This build has no model: OMemBundleModel=false.");
        return value.Value;
    }
}
