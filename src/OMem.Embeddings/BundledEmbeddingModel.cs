using System.Reflection;
using System.Text;
using OMem.Embeddings.Models;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings;

/// <summary>
/// The model inside this package: Universal Sentence Encoder Lite (Cer et al., arXiv 1803.11175; English, Apache-2.0) with
/// weights of 8 bits. 512 dimensions; it reads 128 tokens, about 90 words, at once.
/// </summary>
public static class BundledEmbeddingModel
{
    private const string ModelResource = "use-lite-int8.onnx";
    private const string VocabularyResource = "use-lite.vocabulary";
    private const string HashesResource = "SHA256SUMS";
    private const int HashDigits = 12;

    /// <summary>Whether this build has the model: false when it was built with <c>-p:OMemBundleModel=false</c>.</summary>
    public static bool IsAvailable => Has(Home);

    private static Assembly Home => typeof(BundledEmbeddingModel).Assembly;

    /// <summary>Loads the model. Each generator holds it once more, so keep one for the process.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="EmbeddingModelException">This build has no model.</exception>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its range.</exception>
    public static OnnxEmbeddingGenerator CreateGenerator(OnnxEmbeddingOptions? options = null) => CreateGenerator(Home, options);

    /// <summary>Loads the model that an assembly holds.</summary>
    internal static OnnxEmbeddingGenerator CreateGenerator(Assembly assembly, OnnxEmbeddingOptions? options)
    {
        var settings = OnnxEmbeddingGenerator.Validate(options);
        if (!Has(assembly))
        {
            throw new EmbeddingModelException(ModelResource, "is not part of this build: it was built with OMemBundleModel=false");
        }

        var tokenizer = new UnigramTokenizer(UnigramVocabulary.Read(Read(assembly, VocabularyResource)), UseLiteModel.MaxTokens);
        var id = $"use-lite-int8@{Encoding.ASCII.GetString(Read(assembly, HashesResource), 0, HashDigits)}";
        return new(id, tokenizer, new UseLiteModel(Read(assembly, ModelResource)), settings);
    }

    internal static UnigramVocabulary ReadVocabulary() => UnigramVocabulary.Read(Read(Home, VocabularyResource));

    private static bool Has(Assembly assembly) => assembly.GetManifestResourceInfo(ModelResource) is not null;

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
