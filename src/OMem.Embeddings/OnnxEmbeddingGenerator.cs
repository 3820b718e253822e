using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;
using OMem.Embeddings.Caching;
using OMem.Embeddings.Models;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings;

/// <summary>
/// Embeds texts with an ONNX model in this process. Vectors have unit length. A text's vector is the same to the last bit
/// whatever other texts are in the call, whatever the number of threads and the culture: each text runs alone.
/// <see cref="GetService"/> gives the <see cref="EmbeddingGeneratorMetadata"/> with model id and dimensions.
/// Safe for use by several threads; do not dispose it while a call runs.
/// </summary>
public sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>, IFocusEmbedder
{
    private const string ProviderName = "omem.onnx";

    /// <summary>So few texts (a query and its variant) run on the caller's thread: a switch would cost as much.</summary>
    private const int InlineTexts = 2;

    private readonly ITextTokenizer _tokenizer;
    private readonly IVectorModel _model;
    private readonly int _maxChunks;
    private readonly int _parallelism;
    private readonly VectorCache _cache;
    private bool _disposed;

    internal OnnxEmbeddingGenerator(string modelId, ITextTokenizer tokenizer, IVectorModel model, OnnxEmbeddingOptions options)
    {
        _tokenizer = tokenizer;
        _model = model;
        _maxChunks = options.MaxChunks;
        _parallelism = options.MaxDegreeOfParallelism;
        _cache = new(options.CacheCapacity);
        // Long texts have other vectors with more chunks, and vectors of two kinds must not mix.
        var suffix = options.MaxChunks == 1 ? "" : FormattableString.Invariant($"+{options.MaxChunks}chunks");
        Metadata = new(ProviderName, providerUri: null, modelId + suffix, model.Dimensions);
    }

    /// <summary>The model's id, which changes with the model's content and with <see cref="OnnxEmbeddingOptions.MaxChunks"/>, and its dimensions.</summary>
    public EmbeddingGeneratorMetadata Metadata { get; }

    /// <summary>The id of the model.</summary>
    public string ModelId => Metadata.DefaultModelId!;

    /// <summary>Elements of each vector.</summary>
    public int Dimensions => _model.Dimensions;

    /// <summary>The vector of one text.</summary>
    /// <param name="text">Any text; what the model does not read in <see cref="OnnxEmbeddingOptions.MaxChunks"/> pieces is ignored.</param>
    /// <returns><c>float[Dimensions]</c>, unit length. It may be shared with other callers: do not write to it.</returns>
    public ReadOnlyMemory<float> Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ObjectDisposedException.ThrowIf(_disposed, this);
        return FindOrEmbed(text);
    }

    /// <summary>The vectors of texts, in their order.</summary>
    /// <param name="values">Any texts, none null. A text that occurs twice is embedded once.</param>
    /// <param name="options">Of these only <see cref="EmbeddingGenerationOptions.Dimensions"/> counts: it must be the model's, or null.</param>
    /// <param name="cancellationToken">Looked at before each text.</param>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (options?.Dimensions is { } dimensions && dimensions != Dimensions)
        {
            throw new ArgumentException($"The model {ModelId} makes vectors of {Dimensions} dimensions, not {dimensions}.", nameof(options));
        }

        var texts = values.ToArray();
        var missing = Array.FindIndex(texts, text => text is null);
        if (missing >= 0)
        {
            throw new ArgumentException($"The text at {missing} is null.", nameof(values));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var vectors = await EmbedAllAsync(texts, cancellationToken).ConfigureAwait(false);
        return [.. vectors.Select(vector => new Embedding<float>(vector) { ModelId = ModelId })];
    }

    /// <inheritdoc/>
    public FocusEmbedding? Embed(string text, IReadOnlyList<Range> focus)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(focus);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_model is not IFocusModel model || _tokenizer is not UnigramTokenizer tokenizer)
        {
            return null;
        }

        var key = TextHash.Of(text, focus);
        if (_cache.Find(key) is not { } both)
        {
            if (tokenizer.EncodeFocus(text, focus) is not { } tokens)
            {
                return null;
            }

            both = model.Embed(tokens.Ids, tokens.Focus);
            _cache.Keep(key, both);
        }

        return new FocusEmbedding(both.AsMemory(0, Dimensions), both.AsMemory(Dimensions));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Frees the model.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _model.Dispose();
        }
    }

    private async Task<float[][]> EmbedAllAsync(string[] texts, CancellationToken cancellationToken)
    {
        // Each different text once; the longest first, so that the threads end together.
        var places = texts.Select((text, place) => (text, place)).ToLookup(pair => pair.text, pair => pair.place, StringComparer.Ordinal);
        var work = places.Select(group => group.Key).OrderByDescending(text => text.Length).ToArray();
        var vectors = new float[texts.Length][];
        var next = -1;
        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < work.Length; i = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var vector = FindOrEmbed(work[i]);
                foreach (var place in places[work[i]])
                {
                    vectors[place] = vector;
                }
            }
        }

        if (work.Length <= InlineTexts)
        {
            Work();
            return vectors;
        }

        // Awaits them all even when one fails: no thread may still use the model when the caller sees the end.
        await Task.WhenAll(Enumerable.Range(0, Math.Min(_parallelism, work.Length)).Select(_ => Task.Run(Work, CancellationToken.None))).ConfigureAwait(false);
        return vectors;
    }

    private float[] FindOrEmbed(string text)
    {
        var key = TextHash.Of(text);
        if (_cache.Find(key) is { } known)
        {
            return known;
        }

        var chunks = _tokenizer.Encode(text, _maxChunks);
        var vector = chunks is [var only] ? _model.Embed(only) : UnitVector.Mean(chunks.Select(_model.Embed));
        _cache.Keep(key, vector);
        return vector;
    }

    internal static OnnxEmbeddingOptions Validate(OnnxEmbeddingOptions? options)
    {
        options ??= new();
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        return options;
    }
}
