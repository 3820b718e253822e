namespace OMem;

/// <summary>What understanding would cost, worked out without calling anything.</summary>
/// <param name="Interactions">How many interactions would be understood.</param>
/// <param name="Stages">
/// The stages that would call a model, in their order; empty when none would: rules cost nothing. By OMem's own method reading alone:
/// how much is to be decided and summarised depends on what is read.
/// </param>
public sealed record UnderstandingEstimate(long Interactions, IReadOnlyList<StageEstimate> Stages)
{
    /// <summary>Calls of all stages, when none has to be repeated.</summary>
    public long Calls => Stages.Sum(static stage => stage.Calls);

    /// <summary>Prompt tokens of all stages: counted over the prompts that would be sent, at four characters a token.</summary>
    public long PromptTokens => Stages.Sum(static stage => stage.PromptTokens);

    /// <summary>Completion tokens of all stages: assumed from what an interaction usually gives.</summary>
    public long CompletionTokens => Stages.Sum(static stage => stage.CompletionTokens);
}

/// <summary>What one stage would cost.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Model">The model's id as the client names it, or <c>unknown</c>.</param>
/// <param name="Calls">Calls, when none has to be repeated.</param>
/// <param name="PromptTokens">Tokens of the prompts.</param>
/// <param name="CompletionTokens">Tokens of the answers, assumed.</param>
public sealed record StageEstimate(ModelStage Stage, string Model, long Calls, long PromptTokens, long CompletionTokens);
