using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>Makes the systems of a run by name.</summary>
internal static class SystemFactory
{
    public static IReadOnlyList<string> Names { get; } = [EngineSystem.SystemName, Bm25System.PlainName, Bm25System.UserFirstName, DenseSystem.SystemName, PaperSystem.SystemName];

    public static IReadOnlyList<IRetrievalSystem> Create(EvaluationDataset dataset, RetrievalOptions options, VectorCache? vectors, ConversationMemories memories, EngineSystem engine)
    {
        var names = options.Systems.Count > 0 ? options.Systems.Distinct(StringComparer.Ordinal) : Default(dataset, options);
        return [.. names.Select(name => Create(name, options, vectors, memories, engine))];
    }

    /// <summary>The embedding model of the options, as far as it says; null when there is none.</summary>
    public static EmbedderDescription? Describe(RetrievalOptions options)
    {
        if (options.Embeddings is not { } generator)
        {
            return null;
        }

        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        return new EmbedderDescription(
            options.EmbeddingModel ?? metadata?.DefaultModelId ?? "unnamed", metadata?.DefaultModelDimensions, options.EmbeddingModelHash);
    }

    /// <summary>The cache of turn vectors; null without an embedding model.</summary>
    public static VectorCache? CreateVectors(EvaluationDataset dataset, RetrievalOptions options) =>
        options.Embeddings is { } generator && Describe(options) is { } embedder
            ? new VectorCache(generator, $"{embedder.Id}|{embedder.WeightsHash}", options.CacheDirectory, dataset.Hash)
            : null;

    /// <summary>The engine's memories of the conversations.</summary>
    public static ConversationMemories CreateMemories(RetrievalOptions options, VectorCache? vectors) =>
        new(options.Embeddings, vectors, Describe(options)?.Id ?? string.Empty);

    private static IEnumerable<string> Default(EvaluationDataset dataset, RetrievalOptions options)
    {
        var hasAssistant = dataset.Conversations.Any(c => c.Interactions.Any(i => i.Role is SpeakerRole.Assistant));
        return Names.Where(name => name switch
        {
            Bm25System.UserFirstName => hasAssistant,
            DenseSystem.SystemName or PaperSystem.SystemName => options.Embeddings is not null,
            _ => true,
        });
    }

    private static IRetrievalSystem Create(string name, RetrievalOptions options, VectorCache? vectors, ConversationMemories memories, EngineSystem engine) => name switch
    {
        EngineSystem.SystemName => engine,
        Bm25System.PlainName => new Bm25System(),
        Bm25System.UserFirstName => new Bm25System(userFirst: true),
        DenseSystem.SystemName when vectors is not null => new DenseSystem(options.Embeddings!, vectors),
        PaperSystem.SystemName when memories.HasVectors => new PaperSystem(memories),
        DenseSystem.SystemName or PaperSystem.SystemName => throw new ArgumentException($"The system '{name}' needs an embedding model.", nameof(options)),
        _ => throw new ArgumentException($"There is no system '{name}'; there are {string.Join(", ", Names)}.", nameof(options)),
    };
}
