using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using OMem.Embeddings;
using OMem.Recall;

namespace OMem.Vectors;

/// <summary>Texts to unit vectors through the host's generator, with the model's identity. Thread-safe when the generator is.</summary>
internal sealed class TextEmbedder
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly IFocusEmbedder? _focus;
    private volatile int _dimensions;

    public TextEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        _generator = generator;
        _focus = generator.GetService(typeof(IFocusEmbedder)) as IFocusEmbedder;
        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        ModelId = metadata?.DefaultModelId
            ?? throw new InvalidOperationException("The embedding generator does not name its model (EmbeddingGeneratorMetadata.DefaultModelId): vectors could be mixed.");
        _dimensions = metadata.DefaultModelDimensions ?? 0;
    }

    /// <summary>The model every vector is labelled with.</summary>
    public string ModelId { get; }

    /// <summary>Dimensions of the model's vectors; asked of the model once where its metadata does not say.</summary>
    public async ValueTask<int> GetDimensionsAsync(CancellationToken cancellationToken)
    {
        if (_dimensions == 0)
        {
            _dimensions = (await EmbedAsync(["dimensions"], cancellationToken).ConfigureAwait(false))[0].Length;
        }

        return _dimensions;
    }

    /// <summary>One unit vector for each text, in order.</summary>
    /// <exception cref="InvalidOperationException">The generator answered with another number of vectors, or with vectors of several sizes.</exception>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
        {
            return [];
        }

        var embeddings = await _generator.GenerateAsync(texts, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (embeddings.Count != texts.Count)
        {
            throw new InvalidOperationException($"The embedding generator gave {embeddings.Count} vectors for {texts.Count} texts.");
        }

        var vectors = new float[texts.Count][];
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Unit(embeddings[i].Vector.Span);
            if (vectors[i].Length != vectors[0].Length)
            {
                throw new InvalidOperationException("The embedding generator gave vectors of several sizes.");
            }
        }

        return vectors;
    }

    /// <summary>The vectors of a question: in one run of the model where the generator can.</summary>
    public async ValueTask<QueryVectors> EmbedAsync(EmbeddingTexts texts, CancellationToken cancellationToken)
    {
        if (texts.Focus.Count > 0 && _focus?.Embed(texts.Whole, texts.Focus) is { } focused)
        {
            return QueryVectors.Create(Unit(focused.Focus.Span), Unit(focused.Whole.Span));
        }

        var vectors = await EmbedAsync([texts.Content, texts.Whole], cancellationToken).ConfigureAwait(false);
        return QueryVectors.Create(vectors[0], vectors[1]);
    }

    private static float[] Unit(ReadOnlySpan<float> vector)
    {
        var unit = vector.ToArray();
        var norm = TensorPrimitives.Norm(unit);
        if (norm > 0 && float.IsFinite(norm))
        {
            TensorPrimitives.Divide(unit, norm, unit);
        }
        else
        {
            Array.Clear(unit);
        }

        return unit;
    }
}
