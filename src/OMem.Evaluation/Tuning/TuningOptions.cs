namespace OMem.Evaluation;

/// <summary>What to learn the recall weights from.</summary>
public sealed record TuningOptions
{
    /// <summary>The set, its place and the embedding model. <see cref="RetrievalOptions.Systems"/> are the rows of the leave-one-out report.</summary>
    public required RetrievalOptions Retrieval { get; init; }

    /// <summary>The weights file to start from; null starts from the weights the engine comes with. Only the profile of the set's roles is replaced.</summary>
    public string? BaseWeights { get; init; }

    /// <summary>Where to write the learned weights; null writes none.</summary>
    public string? WeightsFile { get; init; }

    /// <summary>Question categories to learn from; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Features to leave out: they get weight 0. For experiments.</summary>
    public IReadOnlyList<string> WithoutFeatures { get; init; } = [];

    /// <summary>Whether to evaluate as well, each conversation with weights learnt on the others.</summary>
    public bool LeaveOneOut { get; init; }

    /// <summary>Strength of the pull towards zero; null takes 0.001 for chats between people and 0.01 for the few questions of assistant logs.</summary>
    public double? L2 { get; init; }

    internal const double AssistantL2 = 0.01;
}

/// <summary>What was learned.</summary>
/// <param name="Profile">The profile the set's roles belong to: <c>conversation</c> or <c>assistant</c>.</param>
/// <param name="Questions">How many questions were learned from.</param>
/// <param name="Weights">The weights by feature name, rounded as they are written.</param>
/// <param name="Exact">The same before rounding.</param>
/// <param name="Signal">How good the knowledge signal is: on unseen conversations when one was left out at a time, else on the ones learned from; null with a single conversation.</param>
/// <param name="LeaveOneOut">Figures of weights learnt on the other conversations, if asked for.</param>
public sealed record TuningResult(
    string Profile,
    int Questions,
    IReadOnlyDictionary<string, double> Weights,
    IReadOnlyDictionary<string, double> Exact,
    SignalReport? Signal,
    RetrievalReport? LeaveOneOut);
