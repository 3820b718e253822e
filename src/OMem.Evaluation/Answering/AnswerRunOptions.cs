using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Storage;

namespace OMem.Evaluation;

/// <summary>What an evaluation of answers runs.</summary>
internal sealed record AnswerRunOptions
{
    /// <summary>The set: one of <see cref="AnswerDatasetReader.Names"/>.</summary>
    public required string Dataset { get; init; }

    /// <summary>Its file or folder.</summary>
    public required string DataPath { get; init; }

    /// <summary>Where the journal and the memories are kept, so that a run can go on after a kill.</summary>
    public required string RunDirectory { get; init; }

    /// <summary>PersonaMem: whether system messages are part of the history.</summary>
    public bool WithSystem { get; init; }

    /// <summary>LoCoMo-Plus: the LoCoMo file its cues are put into.</summary>
    public string? Filler { get; init; }

    /// <summary>The systems by name, in the order of the report; empty for the default ones.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>Only these conversations; empty for all.</summary>
    public IReadOnlyList<string> Conversations { get; init; } = [];

    /// <summary>Only the first so many questions of each conversation.</summary>
    public int? Limit { get; init; }

    /// <summary>Tokens of recalled turns that every system but <c>full-context</c> and <c>no-memory</c> may fill.</summary>
    public int TokenBudget { get; init; } = RecallDefaults.TokenBudget;

    /// <summary>Questions asked at a time. Latency figures are those of so much load.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Seed of the model's sampling, the bootstrap and the permutation test.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Resamples of the bootstrap.</summary>
    public int BootstrapSamples { get; init; } = 2_000;

    /// <summary>Sign vectors of the permutation test.</summary>
    public int PermutationSamples { get; init; } = 9_999;

    /// <summary>The embedding model of every system that uses one; null for words alone.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings { get; init; }

    /// <summary>Where turn vectors of the baselines are kept between runs; null keeps none.</summary>
    public string? CacheDirectory { get; init; } = RetrievalOptions.DefaultCacheDirectory;

    /// <summary>The model that answers; null for the extractive reader, which needs none.</summary>
    public IChatClient? Answerer { get; init; }

    /// <summary>How it is called.</summary>
    public AnswerCallOptions Call { get; init; } = new();

    /// <summary>Limits and retries of every model call.</summary>
    public ModelOptions Limits { get; init; } = new();

    /// <summary>The model that judges; null for figures without a judge.</summary>
    public IChatClient? Judge { get; init; }

    /// <summary>The models the memory is built with; none for the local reader.</summary>
    public MemoryModels Models { get; init; } = MemoryModels.None;

    /// <summary>Opens the store of one conversation's memory in a folder of its own; null keeps memories in this process only.</summary>
    public Func<string, IMemoryStore>? OpenStore { get; init; }

    /// <summary>The clock, for waits between attempts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>How the answering model is called.</summary>
internal sealed record AnswerCallOptions
{
    /// <summary>The temperature, 0-2.</summary>
    public float Temperature { get; init; }

    /// <summary>The most tokens of an answer; a longer one is cut off and counts as wrong.</summary>
    public int MaxTokens { get; init; } = 1_000;
}
