using OMem;
using OMem.Embeddings;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes vectors offline, in this process.</summary>
public static class OMemBuilderEmbeddingsExtensions
{
    /// <summary>Uses the model inside this package: English, 512 dimensions, no key and no download.</summary>
    /// <param name="builder">The builder <c>AddOMem()</c> returned.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    public static IOMemBuilder UseBundledEmbeddings(this IOMemBuilder builder, OnnxEmbeddingOptions? options = null) =>
        builder.UseEmbeddings(_ => BundledEmbeddingModel.CreateGenerator(options));
}
