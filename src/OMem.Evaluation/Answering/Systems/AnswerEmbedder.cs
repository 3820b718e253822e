using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>What the embedding model of a run says about itself.</summary>
internal static class AnswerEmbedder
{
    /// <summary>Its name; null without a model.</summary>
    public static string? Id(AnswerRunOptions options) => options.Embeddings is null ? null : Metadata(options)?.DefaultModelId ?? "unnamed";

    /// <summary>Length of its vectors; 0 when it does not say.</summary>
    public static int Dimensions(AnswerRunOptions options) => Metadata(options)?.DefaultModelDimensions ?? 0;

    private static EmbeddingGeneratorMetadata? Metadata(AnswerRunOptions options) =>
        options.Embeddings?.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
}
