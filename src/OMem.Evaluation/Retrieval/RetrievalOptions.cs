using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>What to evaluate.</summary>
public sealed record RetrievalOptions
{
    /// <summary>The set: <c>locomo</c>, <c>beam</c> or <c>personamem-sessions</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>Its file or folder.</summary>
    public required string DataPath { get; init; }

    /// <summary>Systems to run, by name, in the order of the report; empty for all that can run on this set.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>The embedding model of <c>dense</c>, <c>paper</c> and <c>omem</c>; null runs <c>omem</c> on words alone.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings { get; init; }

    /// <summary>Name of the embedding model in the report; null takes the generator's own metadata.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>Hash of the embedding model's weights in the report, if known.</summary>
    public string? EmbeddingModelHash { get; init; }

    /// <summary>Where turn vectors are kept between runs; null keeps none. Never put it inside a repository.</summary>
    public string? CacheDirectory { get; init; } = DefaultCacheDirectory;

    /// <summary>Only the conversations with these ids; empty for all.</summary>
    public IReadOnlyList<string> Conversations { get; init; } = [];

    /// <summary>Only the first so many questions of each conversation; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Resamples of the bootstrap.</summary>
    /// <value>The default is 2,000.</value>
    public int BootstrapSamples { get; init; } = 2_000;

    /// <summary>Seed of the bootstrap.</summary>
    /// <value>The default is 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>The user's cache folder for turn vectors.</summary>
    public static string DefaultCacheDirectory => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "omem", "evaluation");
}
