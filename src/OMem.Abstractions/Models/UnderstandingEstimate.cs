namespace OMem;

/// <summary>What understanding would cost, worked out without calling anything.</summary>
/// <param name="Interactions">How many interactions would be understood.</param>
/// <param name="Stages">The stages that would call a model, in their order; empty when none would: rules cost nothing.</param>
public sealed record UnderstandingEstimate(long Interactions, IReadOnlyList<StageEstimate> Stages)
{
    /// <summary>Calls of all stages, when none has to be repeated.</summary>
    public long Calls => Stages.Sum(static stage => stage.Calls);

    /// <summary>Prompt tokens of all stages, at four characters a token.</summary>
    public long PromptTokens => Stages.Sum(static stage => stage.PromptTokens);

    /// <summary>Completion tokens of all stages: assumed from what an interaction usually gives.</summary>
    public long CompletionTokens => Stages.Sum(static stage => stage.CompletionTokens);

    /// <summary>The least it is likely to come to.</summary>
    public StageCost Least => Stages.Aggregate(StageCost.None, static (sum, stage) => sum.Plus(stage.Least));

    /// <summary>The most it is likely to come to, when no call has to be repeated.</summary>
    public StageCost Most => Stages.Aggregate(StageCost.None, static (sum, stage) => sum.Plus(stage.Most));
}

/// <summary>What one stage would cost.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Model">The model's id as the client names it, or <c>unknown</c>.</param>
/// <param name="Calls">Calls, when none has to be repeated.</param>
/// <param name="PromptTokens">Tokens of the prompts.</param>
/// <param name="CompletionTokens">Tokens of the answers, assumed.</param>
public sealed record StageEstimate(ModelStage Stage, string Model, long Calls, long PromptTokens, long CompletionTokens)
{
    /// <summary>What the figures rest on.</summary>
    /// <value>The default is <see cref="EstimateBasis.Planned"/>.</value>
    public EstimateBasis Basis { get; init; }

    /// <summary>The least it is likely to come to.</summary>
    /// <value>The default is the figures themselves.</value>
    public StageCost Least { get; init; } = new(Calls, PromptTokens, CompletionTokens);

    /// <summary>The most it is likely to come to, when no call has to be repeated.</summary>
    /// <value>The default is the figures themselves.</value>
    public StageCost Most { get; init; } = new(Calls, PromptTokens, CompletionTokens);
}

/// <summary>Calls and their tokens.</summary>
/// <param name="Calls">Calls.</param>
/// <param name="PromptTokens">Tokens of the prompts.</param>
/// <param name="CompletionTokens">Tokens of the answers.</param>
public sealed record StageCost(long Calls, long PromptTokens, long CompletionTokens)
{
    internal static StageCost None { get; } = new(0, 0, 0);

    internal StageCost Plus(StageCost other) => new(Calls + other.Calls, PromptTokens + other.PromptTokens, CompletionTokens + other.CompletionTokens);
}

/// <summary>What an estimate rests on.</summary>
public enum EstimateBasis
{
    /// <summary>The calls were planned as they would be made, and their prompts counted.</summary>
    Planned = 0,

    /// <summary>What the messages of this memory have cost so far.</summary>
    Recorded = 1,

    /// <summary>What messages have cost where it was measured; this memory has too few yet.</summary>
    Assumed = 2,
}
